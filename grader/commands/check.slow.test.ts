import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { COURSE, gradus, labelledCourse, startGradus } from './testing.ts'

const work = mkdtempSync(join(tmpdir(), 'gradus-check-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const check = (...args: string[]) =>
  gradus(['check', work, '--root', COURSE, '--lab', 'outcomes', ...args])

function write(right: string): void {
  cpSync(join(COURSE, 'starter/outcomes'), join(work, 'src'), { recursive: true })
  writeFileSync(join(work, 'src/right.ts'), right)
}

test('runs the public checks of a repository, and says what else there is to win', async () => {
  write('export const right = (x: number) => x + 2\n')
  const { status, stdout, stderr } = await check()
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('public checks 0 / 8 points')
  expect(stdout).toContain('The value is wrong: got 43, want 42.')
  expect(stdout).toContain('src/right.ts:1')
  // The folder is not below the working directory, and no chain of `..` leads the way to it.
  expect(stdout).not.toContain('../')
  expect(stdout).toContain('92 more points are decided by the grader')
  expect(stdout).not.toContain('random')
}, 60_000)

test('says in the language of the report what an assertion of a spec asked for', async () => {
  write('export const right = (x: number) => x + 2\n')
  const course = join(work, 'labelled')
  labelledCourse(course)
  const told = (...args: string[]) =>
    gradus(['check', work, '--root', course, '--lab', 'outcomes', ...args])
  expect((await told()).stdout).toContain('What follows 41: we expected 42, but got 43.')
  expect((await told('--lang', 'es')).stdout).toContain(
    'Lo que sigue a 41: se esperaba 42, pero se obtuvo 43.',
  )
  const { stdout } = await told('--json')
  expect(JSON.parse(stdout).tasks[0].checks[0].cause.mismatch).toEqual({
    kind: 'assertion',
    message: 'what follows `41`: expected 43 to be 42 // Object.is equality',
    claim: { label: 'what follows `41`', relation: 'equal', got: 43, want: 42 },
  })
}, 60_000)

test('ends by itself when a student’s loop does not, and names the check', async () => {
  write('export function right(): number {\n  for (;;) {}\n}\n')
  const { status, stderr } = await check('--lang', 'es')
  expect(status).toBe(1)
  expect(stderr).toContain('fixed de right lleva 2 s en una misma llamada.')
}, 60_000)

test('--watch checks again when a file has changed', async () => {
  write('export const right = (x: number) => x + 2\n')
  const child = startGradus(['check', work, '--root', COURSE, '--lab', 'outcomes', '--watch'])
  const printed = (text: string) =>
    new Promise<void>((done) => {
      let seen = ''
      child.stdout?.on('data', (chunk: Buffer) => {
        seen += chunk.toString('utf8')
        if (seen.includes(text)) done()
      })
    })
  try {
    await printed('got 43, want 42')
    write('export const right = (x: number) => x + 1\n')
    await printed('✓ right')
  } finally {
    child.kill('SIGKILL')
  }
}, 60_000)

test('says how to write damaged recordings again; a sync does', async () => {
  write('export const right = (x: number) => x + 1\n')
  const course = join(work, 'course')
  cpSync(COURSE, course, { recursive: true })
  const expected = join(course, 'labs/outcomes/public/expected.json')
  const before = readFileSync(expected, 'utf8')
  const broken = () => gradus(['check', work, '--root', course, '--lab', 'outcomes'])
  const next = 'It is generated: run `gradus sync` to write it again.\n'

  writeFileSync(expected, '{\n  "right/fixed": [\n    42,')
  expect(await broken()).toEqual({
    status: 2,
    stdout: '',
    stderr: `labs/outcomes/public/expected.json:3:8 is not valid JSON. ${next}`,
  })
  writeFileSync(expected, '[42]')
  expect(await broken()).toEqual({
    status: 2,
    stdout: '',
    stderr: `labs/outcomes/public/expected.json:1:1 does not hold a list of answers for each check. ${next}`,
  })
  const { status, stderr } = await gradus(['sync', '--root', course])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(readFileSync(expected, 'utf8')).toBe(before)
}, 60_000)
