import { describe, expect, test } from 'vitest'
import { readLab } from '../read-lab.ts'
import { change, copyCourse, issuesOf } from '../testing.ts'

const HIDDEN = 'labs/tiny/hidden/double.spec.ts'

describe('checks and their tests', () => {
  test('a check is tested twice, in a public and a hidden spec', async () => {
    const root = await copyCourse()
    await change(root, HIDDEN, (text) => {
      return text.replace("describe('double', () => {", "$&\n  test('fixed-case', () => {})")
    })
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      `${HIDDEN}:8:8 tests check "fixed-case" of task "double" a second time. Keep one of the two; the other is in labs/tiny/public/double.spec.ts.`,
    ])
  })

  test('a spec describes a misspelt task: told once, with what was meant', async () => {
    const root = await copyCourse()
    await change(root, HIDDEN, (text) => text.replace("describe('double'", "describe('duoble'"))
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      'labs/tiny/lab.yaml:11:7 check "random-numbers" of task "double" has no test in a spec. Write describe(\'double\') > test(\'random-numbers\') in labs/tiny/public or hidden.',
      `${HIDDEN}:7:10 describes task "duoble", which is not in lab.yaml. Did you mean "double"?`,
    ])
  })

  test('a test that is skipped is no test', async () => {
    const root = await copyCourse()
    await change(root, HIDDEN, (text) => text.replace("test('random", "test.skip('random"))
    expect(await issuesOf(root, readLab(root, 'tiny'))).toEqual([
      expect.stringContaining('check "random-numbers" of task "double" has no test in a spec.'),
      expect.stringContaining(`${HIDDEN}:8:3 has "test.skip" where it makes no check.`),
    ])
  })
})
