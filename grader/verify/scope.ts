import { checkKey } from '../kit/settings.ts'
import { allChecks, type Lab } from '../model/lab.ts'

/** Which checks of a lab are tried, by key. */
export interface Scope {
  /** Those that only compute. */
  readonly computing: readonly string[]
  /** Those that train; none where training would take too long. */
  readonly training: readonly string[]
}

/** @param trains whether the backend is fast enough to train on. */
export function scopeOf(lab: Lab, trains: boolean): Scope {
  const keys = (wanted: boolean) =>
    allChecks(lab)
      .filter(({ check }) => (check.threshold !== null) === wanted)
      .map(({ task, check }) => checkKey(task.id, check.id))
  return { computing: keys(false), training: trains ? keys(true) : [] }
}
