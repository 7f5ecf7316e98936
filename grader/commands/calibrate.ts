import { join } from 'node:path'
import { runsNeeded } from '../calibrate/bound.ts'
import { type Ledger, openLedger, TRIAL_RUNS, thresholdChecks } from '../calibrate/ledger.ts'
import { calibrationPath, formatCalibration, readCalibration } from '../calibrate/record.ts'
import { calibrationTable } from '../calibrate/table.ts'
import { readLab } from '../catalog/index.ts'
import type { Backend, BackendId } from '../model/backend.ts'
import type { Calibration } from '../model/calibration.ts'
import { InputError } from '../model/issue.ts'
import { pickBackend } from '../run/backend/pick.ts'
import {
  type CalibrationGrounds,
  calibrationGrounds,
  openTrainer,
  type Trainer,
  train,
  unlikeRecord,
} from './calibration-runs.ts'
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
 * first runs give the very same values. Throws InputError, on wasm, where a run comes out differently although its
 * code is the same.
 */
export async function calibrateCommand(
  options: CalibrateOptions,
  world: World,
): Promise<ExitStatus> {
  const { root, seeds, show } = options
  const lab = await readLab(root, options.lab)
  const grounds = await calibrationGrounds(root, lab, options.data, world)
  const { dataset } = grounds
  if (thresholdChecks(lab, dataset?.name ?? null).length === 0) {
    world.stdout.write(`No check of ${lab.id} has a threshold: there is nothing to calibrate.\n`)
    return EXIT.done
  }
  const backend = await pickBackend({ asked: options.backend, prefer: lab.prefer })
  const data = dataset === null ? null : { name: dataset.name, sha256: dataset.sha256 }
  const path = calibrationPath(lab.id, backend.id, data?.name ?? null)
  const earlier = await readCalibration(join(root, path))
  const ledger = await openLedger({ root, lab, backend, data }, earlier)
  const calibration =
    show === true
      ? shown(ledger, world)
      : await measured(ledger, { grounds, backend, path, seeds }, world)
  world.stdout.write(
    options.json === true
      ? `${JSON.stringify(calibration, null, 2)}\n`
      : `${calibrationTable(calibration)}\n`,
  )
  return EXIT.done
}

function shown({ stale, calibration }: Ledger, world: World): Calibration {
  for (const each of stale) tellChanged('No longer true', each, world)
  return calibration()
}

function tellChanged(what: string, which: string, world: World): void {
  world.stderr.write(`${what}, for what it ran has changed: ${which}\n`)
}

interface Measuring {
  readonly grounds: CalibrationGrounds
  readonly backend: Backend
  /** Of the record, in the course. */
  readonly path: string
  /** Runs of each right solution; by default as many as a bound needs. */
  readonly seeds: number | undefined
}

/** Makes the runs that are missing, and writes the record. */
async function measured(
  ledger: Ledger,
  { grounds, backend, path, seeds }: Measuring,
  world: World,
): Promise<Calibration> {
  const trainer = openTrainer(grounds, backend)
  try {
    const unlike = await unlikeRecord(ledger, trainer)
    if (unlike !== null) doubt(unlike, path, backend, world)
    for (const each of ledger.stale) {
      const trial = `Measured again ${TRIAL_RUNS} times, and kept if the values are as before`
      tellChanged(ledger.onTrial.includes(each) ? trial : 'Measured again', each, world)
    }
    const { root, lab, dataset } = grounds
    const file = join(root, path)
    const checks = thresholdChecks(lab, dataset?.name ?? null)
    const runs = seeds ?? Math.max(...checks.map(({ threshold }) => runsNeeded(threshold)))
    await measureAll(ledger, runs, { trainer, file }, world)
    const calibration = ledger.calibration()
    writeAtomically(file, formatCalibration(calibration))
    return calibration
  } finally {
    await trainer.runner.close()
  }
}

/**
 * A record that does not repeat itself is no ground to build on, but it is not ours to throw away. Off wasm another
 * machine may be all the difference.
 */
function doubt(unlike: string, path: string, backend: Backend, world: World): void {
  const next = 'To measure all runs again, remove the file and calibrate.'
  if (backend.id === 'wasm') {
    throw new InputError([{ file: path, line: null, column: null, what: `${unlike}.`, next }])
  }
  const kept = 'Or this machine computes otherwise than the one before: what is there is kept.'
  world.stderr.write(`${path} ${unlike}. ${kept} ${next}\n`)
}

interface Place {
  readonly trainer: Trainer
  readonly file: string
}

/** Makes one run after another; what is measured is on disk every few seconds, and after each long run. */
async function measureAll(
  ledger: Ledger,
  runs: number,
  { trainer, file }: Place,
  world: World,
): Promise<void> {
  const bar = progress(world.stderr, ledger.missing(runs))
  let most = 1
  try {
    for (let job = ledger.next(runs, most); job !== null; job = ledger.next(runs, most)) {
      const { solution, firstRun, count } = job
      bar.say(`${solution.name}, run ${firstRun + 1}`)
      const startedAt = performance.now()
      for (const { of, values } of await train(job, trainer)) ledger.add(solution, of, values)
      writeAtomically(file, formatCalibration(ledger.calibration()))
      for (const _ of job.checks) for (let i = 0; i < count; i += 1) bar.tick(solution.name)
      const seconds = (performance.now() - startedAt) / 1000 / count
      most = Math.max(1, Math.floor(UNSAVED_SECONDS / seconds))
    }
  } finally {
    bar.end()
  }
}
