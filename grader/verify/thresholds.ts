import { join } from 'node:path'
import { MISS_RATE, runsNeeded } from '../calibrate/bound.ts'
import { type Frame, type Ledger, openLedger, thresholdChecks } from '../calibrate/ledger.ts'
import { calibrationPath, readCalibration } from '../calibrate/record.ts'
import type { CalibratedCheck, Runs } from '../model/calibration.ts'
import type { Finding } from './finding.ts'

/**
 * What the calibration on this backend and data set shows against the thresholds of a lab; empty for one
 * without thresholds. Throws InputError when the calibration is damaged.
 */
export async function judgeThresholds(frame: Frame): Promise<Finding[]> {
  const { root, lab, backend, data } = frame
  if (thresholdChecks(lab, data?.name ?? null).length === 0) return []
  const path = calibrationPath(lab.id, backend.id, data?.name ?? null)
  const earlier = await readCalibration(join(root, path))
  const again = calibrateAgain(frame)
  if (earlier === null) {
    return [{ rule: 'thresholds', about: path, what: `does not exist; run \`${again}\`` }]
  }
  const ledger = await openLedger(frame, earlier)
  return ledger.calibration().checks.flatMap((check) => judge(check, ledger, again))
}

/** What to type for a new record. */
export function calibrateAgain({ lab, backend, data }: Frame): string {
  const named = data === null ? '' : ` --data ${data.name}`
  return `gradus calibrate ${lab.id} --backend ${backend.id}${named}`
}

function judge(check: CalibratedCheck, { stale }: Ledger, again: string): Finding[] {
  const key = `${check.task}/${check.check}`
  return check.solutions.flatMap((runs): Finding[] => {
    const what = against(check, runs, stale.includes(`${key} of ${runs.name}`), again)
    return what === null ? [] : [{ rule: 'thresholds', about: `${key} of ${runs.name}`, what }]
  })
}

function against(
  check: CalibratedCheck,
  { summary }: Runs,
  isStale: boolean,
  again: string,
): string | null {
  const { runs, diverged, bound, missRate } = summary
  if (isStale) return `was calibrated with other code, data or backend; run \`${again}\``
  if (bound === null) {
    const needed = runsNeeded(check, diverged)
    const lost = diverged === 0 ? '' : `, ${diverged} of which diverged`
    return `has ${runs} runs${lost}, and a bound needs ${needed}; run \`${again} --seeds ${needed}\``
  }
  if (missRate <= MISS_RATE) return null
  return `full marks at ${check.full} lie beyond the bound ${bound}: it may miss them in ${(missRate * 100).toPrecision(2)} % of all gradings, not in 0.1 %`
}
