import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COURSE, gradus } from './testing.ts'

const root = mkdtempSync(join(tmpdir(), 'gradus-rescore-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const labFile = join(root, 'labs/outcomes/lab.yaml')
const course = ['--root', root, '--lab', 'outcomes', '--json']
const submissions = ['nearly', 'right', 'far'].map((name) => join(root, 'class', name))

/** Times differ from run to run; nothing else may. */
function withoutTimes(stdout: string): unknown {
  const times = new Set(['seconds', 'startedAt'])
  return JSON.parse(stdout, (key, value) => (times.has(key) ? undefined : value))
}

async function gradeAll(out: string): Promise<unknown> {
  const { stdout } = await gradus(['grade', ...submissions, ...course, '--out', join(root, out)])
  return withoutTimes(stdout)
}

/** Node itself refuses to start a process or a thread here. */
const NO_PROCESS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  // The parser of TypeScript is one.
  '--allow-addons',
  '--no-warnings',
]

async function rescoreAll(out: string): Promise<unknown> {
  const args = ['rescore', ...course, '--out', join(root, out)]
  const { status, stdout, stderr } = await gradus(args, NO_PROCESS)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return withoutTimes(stdout)
}

function setTolerances(bound: string): void {
  writeFileSync(
    labFile,
    readFileSync(labFile, 'utf8').replaceAll(/max-error: [^,]+,/g, `max-error: ${bound},`),
  )
}

beforeAll(() => {
  cpSync(COURSE, root, { recursive: true })
  for (const [i, error] of ['1e-7', '0', '0.5'].entries()) {
    const folder = submissions[i] ?? ''
    cpSync(join(COURSE, 'solutions/outcomes'), folder, { recursive: true })
    writeFileSync(
      join(folder, 'right.ts'),
      `export const right = (x: number) => x + 1 + ${error}\n`,
    )
  }
})

describe('marking again', () => {
  test.each([
    ['loosened', '1e-5'],
    ['tightened', '1e-12'],
  ])(
    'equals a fresh grading after a tolerance was %s, and starts no process',
    async (name, bound) => {
      setTolerances('1e-9')
      await gradeAll(name)
      setTolerances(bound)
      const marked = await rescoreAll(name)
      // Records are listed by name; the grading keeps the order in which submissions were named.
      const fresh = await gradeAll(`${name}-fresh`)
      expect(marked).toEqual(
        Array.isArray(fresh)
          ? fresh.toSorted((a, b) => a.submission.localeCompare(b.submission))
          : [],
      )
    },
    120_000,
  )

  test('says how many change and by how much', async () => {
    setTolerances('1e-9')
    await gradeAll('summary')
    setTolerances('1e-5')
    const args = ['rescore', '--root', root, '--lab', 'outcomes', '--out', join(root, 'summary')]
    const { stdout } = await gradus(args)
    expect(stdout).toBe('1 of 3 submissions change: 1 up, 0 down (largest +6).\n')
  }, 60_000)

  test('leaves alone what other specs measured, and says so', async () => {
    await gradeAll('outdated')
    const spec = join(root, 'labs/outcomes/hidden/right.spec.ts')
    writeFileSync(spec, `${readFileSync(spec, 'utf8')}// another question\n`)
    const args = ['rescore', ...course, '--out', join(root, 'outdated')]
    const { stdout, stderr } = await gradus(args)
    expect(stdout).toBe('[]\n')
    expect(stderr).toContain('3 not marked again')
  }, 60_000)
})
