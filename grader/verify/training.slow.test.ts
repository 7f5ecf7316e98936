import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { change, copyCourse } from '../calibrate/testing.ts'
import { gradus } from '../commands/testing.ts'
import type { Finding } from './finding.ts'

const PATH = 'labs/guessing/calibration/wasm.json'

/** Verifies a changed copy of the course that trains. */
async function verify(edit: (root: string) => void): Promise<readonly string[]> {
  const root = copyCourse()
  edit(root)
  const args = ['verify', 'guessing', '--root', root, '--backend', 'wasm', '--json']
  const { stdout, stderr } = await gradus(args)
  expect(stderr).toBe('')
  const findings: readonly Finding[] = JSON.parse(stdout)
  return findings.map(({ rule, about, what }) => `${rule}: ${about} ${what}`)
}

describe('verify of a lab that trains', () => {
  test('has nothing against one in order', async () => {
    expect(await verify(() => undefined)).toEqual([])
  }, 120_000)

  test('notices lazy predictors that earn something, fail to run, or replace nothing', async () => {
    const found = await verify((root) => {
      const predictors = join(root, 'labs/guessing/predictors')
      change(predictors, 'constant.ts', (text) => text.replace('0.1', '0.65'))
      change(predictors, 'random.ts', () => 'export const other = () => 0\n')
    })
    expect(found).toEqual([
      'predictors: predictors/constant.ts gets 12.5 points of fit/accuracy: {"accuracy":[0.65,0.65,0.65,0.65,0.65]}',
      expect.stringMatching(/^predictors: predictors\/constant\.ts gets \d+ points of fit\/loss: /),
      'predictors: predictors/random.ts exports nothing that a task does',
    ])
  }, 120_000)

  test('notices a calibration whose runs come out differently today', async () => {
    const found = await verify((root) => {
      change(root, PATH, (text) => text.replace(/"values": \[[^,]+/, '"values": [0.9123'))
    })
    expect(found).toEqual([
      expect.stringMatching(
        /^thresholds: labs\/guessing\/calibration\/wasm\.json comes out differently today: fit\/accuracy of solution was 0\.9123 and is 0\.\d+\. .*; remove the file and run `gradus calibrate guessing --backend wasm`$/,
      ),
    ])
  }, 120_000)

  test('notices predictors that crash, and that are missing', async () => {
    const found = await verify((root) => {
      const predictors = join(root, 'labs/guessing/predictors')
      change(predictors, 'constant.ts', (text) => text.replace('0.1', '{ throw new Error("no") }'))
      rmSync(join(predictors, 'random.ts'))
    })
    expect(found).toContainEqual(
      expect.stringContaining('predictors/constant.ts ends fit/accuracy with crash'),
    )
    expect(found).toContainEqual(
      expect.stringContaining('predictors: predictors/random.ts does not exist'),
    )
  }, 120_000)

  test('counts predictors as witnesses, and misses them', async () => {
    const found = await verify((root) => {
      rmSync(join(root, 'labs/guessing/predictors'), { recursive: true })
      rmSync(join(root, 'labs/guessing/misconceptions/fit-half.ts'))
      change(root, 'labs/guessing/lab.yaml', (text) =>
        text.replace(/ {4}misconceptions:\n {6}fit-half:.*\n/, ''),
      )
      change(root, 'labs/guessing/hidden/fit.spec.ts', (text) =>
        text.replace(/ *diagnose\('fit-half'.*\n/, ''),
      )
    })
    expect(found).toContain('witnesses: fit/loss no misconception and no broken answer fails it')
  }, 120_000)

  test('trains nothing on cpu, and says so', async () => {
    const root = copyCourse()
    rmSync(join(root, 'labs/guessing/calibration'), { recursive: true })
    rmSync(join(root, 'labs/guessing/predictors'), { recursive: true })
    const args = ['verify', 'guessing', '--root', root, '--backend', 'cpu']
    const { status, stdout } = await gradus(args)
    expect(stdout).toContain('--  no lazy predictor gets a point of a threshold\n')
    expect(stdout).toMatch(/Not run on cpu, .*: fit\/accuracy, fit\/loss\n$/)
    expect(status).toBe(0)
  }, 120_000)
})
