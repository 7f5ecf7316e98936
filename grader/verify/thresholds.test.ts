import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLedger } from '../calibrate/ledger.ts'
import { formatCalibration } from '../calibrate/record.ts'
import { change, copyCourse, frameOf } from '../calibrate/testing.ts'
import type { Measured } from '../model/outcome.ts'
import { judgeThresholds } from './thresholds.ts'

const PATH = 'labs/guessing/calibration/wasm.json'
const AGAIN = 'gradus calibrate guessing --backend wasm'

/** What is found against a copy of the calibrated course after some changes. */
async function findings(edit: (root: string) => void | Promise<void>): Promise<string[]> {
  const root = copyCourse()
  await edit(root)
  const found = await judgeThresholds(await frameOf(root))
  for (const { rule } of found) expect(rule).toBe('thresholds')
  return found.map(({ about, what }) => `${about}: ${what}`)
}

/** A calibration in which all solutions have these values in all checks. */
async function calibrated(root: string, values: readonly Measured[]): Promise<void> {
  const ledger = await openLedger(await frameOf(root), null)
  for (let job = ledger.next(1, 1); job !== null; job = ledger.next(1, 1)) {
    for (const of of job.checks) ledger.add(job.solution, of, values)
  }
  change(root, PATH, () => formatCalibration(ledger.calibration()))
}

describe('a threshold', () => {
  test('within the bounds of a current calibration is right', async () => {
    expect(await findings(() => undefined)).toEqual([])
  })

  test('without a calibration on the backend is not', async () => {
    expect(await findings((root) => rmSync(join(root, PATH)))).toEqual([
      `${PATH}: does not exist; run \`${AGAIN}\``,
    ])
  })

  test('beyond the bound of one right solution is not', async () => {
    // the bounds are 0.8313, 0.8177 and 0.8119
    const raised = (root: string) =>
      change(root, 'labs/guessing/lab.yaml', (text) => text.replace('full: 0.8 ', 'full: 0.815 '))
    const [found = '', ...others] = await findings(raised)
    expect(others).toEqual([])
    expect(found).toMatch(
      /^fit\/accuracy of accepted\/squared: full marks at 0\.815 lie beyond the bound 0\.8119\d+: it may miss them in 0\.\d+ % of all gradings, not in 0\.1 %$/,
    )
  })

  test('that should be small is held to the largest of the bounds', async () => {
    const lowered = (root: string) =>
      change(root, 'labs/guessing/lab.yaml', (text) => text.replace('full: 0.25', 'full: 0.1'))
    expect(await findings(lowered)).toHaveLength(3)
  })

  test('calibrated with other code is not', async () => {
    const changed = (root: string) =>
      change(root, 'solutions/guessing/fit.ts', (text) => text.replace('0.8 +', '0.79 +'))
    const what = `was calibrated with other code, data or backend; run \`${AGAIN}\``
    expect(await findings(changed)).toEqual([
      `fit/accuracy of solution: ${what}`,
      `fit/loss of solution: ${what}`,
    ])
  })

  test('with too few runs is not, and it is said how many are needed', async () => {
    const few = (root: string) => calibrated(root, [0.85, 0.9, 0.95])
    const found = await findings(few)
    expect(found).toContain(
      `fit/accuracy of solution: has 3 runs, and a bound needs 63; run \`${AGAIN} --seeds 63\``,
    )
    // three checks of the best of three: 29 runs
    expect(found.filter((each) => each.includes('needs 29'))).toHaveLength(3)
  })

  test('is not, where a run diverged that the number of runs does not make up for', async () => {
    const runs = Array.from({ length: 62 }, (_, i) => 0.9 + i / 1000)
    const found = await findings((root) => calibrated(root, [...runs, 'NaN']))
    expect(found[0]).toBe(
      `fit/accuracy of solution: has 63 runs, 1 of which diverged, and a bound needs 99; run \`${AGAIN} --seeds 99\``,
    )
  })
})
