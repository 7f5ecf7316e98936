import { describe, expect, test } from 'vitest'
import { formatIssue } from '../model/issue.ts'
import { parseModule } from './module-file.ts'
import { readSpec } from './spec-file.ts'

async function read(body: string, imports = 'describe, test') {
  const text = `import { ${imports} } from 'vitest'\n${body}`
  const spec = readSpec(await parseModule({ file: 'a.spec.ts', text }), 'hidden')
  return {
    names: spec.tests.map((one) => `${one.task} > ${one.check}`),
    issues: spec.issues.map(formatIssue),
  }
}

describe('readSpec', () => {
  test('finds describes and tests by their literal names, however they are written', async () => {
    const body = `
      describe('a', () => { const x = 1; test("one", () => {}); test(\`two\`, { timeout: 1 }, async () => {}) })
      group('b', function () { it('three', () => {}) })`
    expect(await read(body, 'describe, test, it, suite as group')).toEqual({
      names: ['a > one', 'a > two', 'b > three'],
      issues: [],
    })
  })

  test('ignores functions of the same name from elsewhere, and tests inside strings', async () => {
    const body = `const t = { test(name: string) {} }; t.test("describe('x')")\n// test('y', f)`
    expect(await read(body, 'expect')).toEqual({ names: [], issues: [] })
  })

  test('places a name that is not a literal', async () => {
    const body = "const id = 'a'\ndescribe(id, () => {})\ndescribe('b', () => { test('c' + 1, f) })"
    expect((await read(body)).issues).toEqual([
      'a.spec.ts:3:10 has a describe whose name is not a string literal. Write the id of the task in quotes.',
      'a.spec.ts:4:28 has a test whose name is not a string literal. Write the id of the check in quotes.',
    ])
  })

  test.each([
    ["test('a', () => {})", 'test', '2:1'],
    ["describe('a', () => { test.skip('b', () => {}) })", 'test.skip', '2:23'],
    ["describe('a', () => { test.each([1])('b', () => {}) })", 'test.each', '2:23'],
    ["describe('a', () => { for (const x of y) { test('b', () => {}) } })", 'test', '2:44'],
    ["describe('a', () => { if (x) test('b', () => {}) })", 'test', '2:30'],
  ])('refuses %s', async (body, name, place) => {
    const { issues } = await read(body)
    expect(issues).toEqual([
      `a.spec.ts:${place} has "${name}" where it makes no check. Write test('check', ...) directly inside a describe, without only, skip or each.`,
    ])
  })

  test.each([
    ["describe.only('a', () => {})", 'describe.only', '2:1'],
    ["describe('a', () => { describe('b', () => {}) })", 'describe', '2:23'],
  ])('refuses %s', async (body, name, place) => {
    const { issues } = await read(body)
    expect(issues).toEqual([
      `a.spec.ts:${place} has "${name}" where it makes no check. Write describe('task', () => { ... }) at the top level, without only, skip or each.`,
    ])
  })

  test('reports a syntax error at its place', async () => {
    expect((await read('describe(')).issues).toEqual([
      expect.stringMatching(/^a\.spec\.ts:2:\d+ is not valid TypeScript: /),
    ])
  })
})
