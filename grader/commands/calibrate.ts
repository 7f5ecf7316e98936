import { join } from 'node:path'
import { runsNeeded } from '../calibrate/bound.ts'
import {
  type Job,
  type Ledger,
  openLedger,
  type ThresholdCheck,
  TRIAL_RUNS,
  thresholdChecks,
} from '../calibrate/ledger.ts'
import { calibrationPath, formatCalibration, readCalibration } from '../calibrate/record.ts'
import { calibrationTable } from '../calibrate/table.ts'
import { readLab } from '../catalog/index.ts'
import { checkKey } from '../kit/settings.ts'
import type { BackendId } from '../model/backend.ts'
import { InputError, type Issue } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { openRunner, type Runner } from '../run/index.ts'
import { backboneOf, datasetOf } from './dataset.ts'
import { progress } from './progress.ts'
import { writeAtomically } from './records.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

/** What a killed calibration loses, at most, unless one run takes longer. */
const UNSAVED_SECONDS = 3

export interface CalibrateOptions {
  readonly root: string
  readonly lab: string
  /** Runs of each right solution; by default as many as a bound without assumptions needs. */
  readonly seeds?: number | undefined
  readonly backend?: BackendId | 'auto' | undefined
  readonly data?: string | undefined
  readonly json?: true | undefined
  /** Train nothing: print what there is. */
  readonly show?: true | undefined
}

/**
 * `gradus calibrate`: trains every right solution of a lab many times, and keeps how the results are
 * distributed. It goes on where an earlier run stopped. What was measured of other code is measured again, unless the
 * first runs give the very same values.
 */
export async function calibrateCommand(
  options: CalibrateOptions,
  world: World,
): Promise<ExitStatus> {
  const { root, show } = options
  const lab = await readLab(root, options.lab)
  const secret = `calibrate ${lab.id}`
  const dataset = await datasetOf(lab, options.data, world.env, world.stderr, secret)
  const backbone = await backboneOf(root, lab, dataset, world.env)
  const checks = thresholdChecks(lab, dataset?.name ?? null)
  if (checks.length === 0) {
    world.stdout.write(`No check of ${lab.id} has a threshold: there is nothing to calibrate.\n`)
    return EXIT.done
  }
  const backend = await pickBackend({ asked: options.backend, prefer: lab.prefer })
  const data = dataset === null ? null : { name: dataset.name, sha256: dataset.sha256 }
  const path = calibrationPath(lab.id, backend.id, data?.name ?? null)
  const file = join(root, path)
  const ledger = await openLedger({ root, lab, backend, data }, await readCalibration(file))
  for (const stale of ledger.stale) {
    const trial = `Measured again ${TRIAL_RUNS} times, and kept if the values are as before`
    const again = ledger.onTrial.includes(stale) ? trial : 'Measured again'
    const what = show === true ? 'No longer true' : again
    world.stderr.write(`${what}, for what it ran has changed: ${stale}\n`)
  }
  if (show !== true) {
    const runs = options.seeds ?? Math.max(...checks.map(({ threshold }) => runsNeeded(threshold)))
    const runner = openRunner({ root, lab, backend, dataset, backbone, secret, split: 'final' })
    try {
      await measureAll(ledger, runs, { lab, runner, file }, world)
    } finally {
      await runner.close()
    }
  }
  const calibration = ledger.calibration()
  if (show !== true) writeAtomically(file, formatCalibration(calibration))
  world.stdout.write(
    options.json === true
      ? `${JSON.stringify(calibration, null, 2)}\n`
      : `${calibrationTable(calibration)}\n`,
  )
  return EXIT.done
}

interface Place {
  readonly lab: Lab
  readonly runner: Runner
  readonly file: string
}

/** Makes one run after another; what is measured is on disk every few seconds, and after each long run. */
async function measureAll(ledger: Ledger, runs: number, place: Place, world: World): Promise<void> {
  const bar = progress(world.stderr, ledger.missing(runs))
  let most = 1
  try {
    for (let job = ledger.next(runs, most); job !== null; job = ledger.next(runs, most)) {
      const { solution, firstRun, count } = job
      bar.say(`${solution.name}, run ${firstRun + 1}`)
      const startedAt = performance.now()
      await measureOne(ledger, job, place)
      writeAtomically(place.file, formatCalibration(ledger.calibration()))
      for (const _ of job.checks) for (let i = 0; i < count; i += 1) bar.tick(solution.name)
      const seconds = (performance.now() - startedAt) / 1000 / count
      most = Math.max(1, Math.floor(UNSAVED_SECONDS / seconds))
    }
  } finally {
    bar.end()
  }
}

async function measureOne(ledger: Ledger, job: Job, { lab, runner }: Place): Promise<void> {
  const { solution, firstRun, count, checks } = job
  const { checks: outcomes } = await runner.rehearse({
    dir: solution.dir,
    visibilities: ['public', 'hidden'],
    checks: checks.map(({ task, check }) => checkKey(task.id, check)),
    rehearsedRuns: { firstRun, runs: count },
    replay: false,
  })
  for (const of of checks) {
    const outcome = outcomes.find(({ task, check }) => task === of.task.id && check === of.check)
    const values = outcome?.measurements[of.threshold.measure] ?? []
    if (outcome?.end.kind !== 'completed' || values.length !== count) {
      throw new InputError([incomplete(lab, job, of, outcome)])
    }
    ledger.add(solution, of, values)
  }
}

/** A right solution that does not come to its end is no ground for a threshold. */
function incomplete(
  { id }: Lab,
  { solution, firstRun, count }: Job,
  { task, check }: ThresholdCheck,
  outcome: CheckOutcome | undefined,
): Issue {
  const runs = count === 1 ? `run ${firstRun}` : `runs ${firstRun} to ${firstRun + count - 1}`
  const end = outcome === undefined ? 'nothing' : JSON.stringify(outcome.end)
  return {
    file: `labs/${id}`,
    line: null,
    column: null,
    what: `has a right solution, ${solution.name}, whose ${runs} of ${task.id}/${check} gave ${end}.`,
    next: `Mend it first: gradus verify ${id}`,
  }
}
