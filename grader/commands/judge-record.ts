import { join } from 'node:path'
import { type Frame, openLedger } from '../calibrate/ledger.ts'
import { calibrationPath, readCalibration } from '../calibrate/record.ts'
import type { Backend } from '../model/backend.ts'
import { InputError } from '../model/issue.ts'
import type { Finding } from '../verify/finding.ts'
import { calibrateAgain } from '../verify/thresholds.ts'
import { calibrationGrounds, openTrainer, unlikeRecord } from './calibration-runs.ts'
import type { World } from './world.ts'

/**
 * A calibration stands for what is graded today as long as a run of it comes out the same: empty where it does, and
 * where the record is missing or stale, which is found elsewhere.
 * @param named the data set as it was asked for
 */
export async function judgeRecord(
  frame: Frame & { readonly backend: Backend },
  named: string | undefined,
  { env }: World,
): Promise<Finding[]> {
  const { root, lab, backend, data } = frame
  const about = calibrationPath(lab.id, backend.id, data?.name ?? null)
  const ledger = await openLedger(frame, await readCalibration(join(root, about)))
  if (ledger.kept === null) return []
  const trainer = openTrainer(await calibrationGrounds(root, lab, named, { env }), backend)
  try {
    const unlike = await unlikeRecord(ledger, trainer)
    if (unlike === null) return []
    const again = calibrateAgain(frame)
    return [{ rule: 'thresholds', about, what: `${unlike}; remove the file and run \`${again}\`` }]
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map(({ what }) => ({ rule: 'thresholds', about, what }))
  } finally {
    await trainer.runner.close()
  }
}
