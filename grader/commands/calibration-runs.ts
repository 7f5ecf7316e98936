import type { Job, Ledger, ThresholdCheck } from '../calibrate/ledger.ts'
import { checkKey } from '../kit/settings.ts'
import type { Backend } from '../model/backend.ts'
import { InputError, type Issue } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome, Measured } from '../model/outcome.ts'
import { openRunner, type Runner } from '../run/index.ts'
import type { RunnerOptions } from '../run/runner.ts'
import { backboneOf, datasetOf } from './dataset.ts'
import type { Output, World } from './world.ts'

/** What right solutions train on for a calibration: drawn from a secret that all machines share. */
export type CalibrationGrounds = Pick<
  RunnerOptions,
  'root' | 'lab' | 'secret' | 'dataset' | 'backbone'
>

/** Throws InputError when the data cannot be had. */
export async function calibrationGrounds(
  root: string,
  lab: Lab,
  data: string | undefined,
  { env, stderr }: Pick<World, 'env'> & { readonly stderr?: Output },
): Promise<CalibrationGrounds> {
  const secret = `calibrate ${lab.id}`
  const dataset = await datasetOf(lab, data, env, stderr, secret)
  return { root, lab, secret, dataset, backbone: await backboneOf(root, lab, dataset, env) }
}

/** Trains right solutions. */
export interface Trainer {
  readonly lab: Lab
  readonly runner: Runner
}

export function openTrainer(grounds: CalibrationGrounds, backend: Backend): Trainer {
  return { lab: grounds.lab, runner: openRunner({ ...grounds, backend, split: 'final' }) }
}

/** What runs of one check gave. */
export interface Given {
  readonly of: ThresholdCheck
  readonly values: readonly Measured[]
}

/** Trains. Throws InputError when the right solution does not come to its end. */
export async function train(job: Job, { lab, runner }: Trainer): Promise<readonly Given[]> {
  const { solution, firstRun, count, checks } = job
  const { checks: outcomes } = await runner.rehearse({
    dir: solution.dir,
    visibilities: ['public', 'hidden'],
    checks: checks.map(({ task, check }) => checkKey(task.id, check)),
    rehearsedRuns: { firstRun, runs: count },
    replay: false,
  })
  return checks.map((of) => {
    const outcome = outcomes.find(({ task, check }) => task === of.task.id && check === of.check)
    const values = outcome?.measurements[of.threshold.measure] ?? []
    if (outcome?.end.kind !== 'completed' || values.length !== count) {
      throw new InputError([incomplete(lab, job, of, outcome)])
    }
    return { of, values }
  })
}

/**
 * How a run that is in the record comes out today, where it comes out differently: then something has changed that
 * is neither spec nor solution. Null when it is as it was, and when the record holds no run. One run of one right
 * solution: what changes the others alone is not noticed.
 */
export async function unlikeRecord({ kept }: Ledger, trainer: Trainer): Promise<string | null> {
  if (kept === null) return null
  const today = await train(kept.job, trainer)
  const unlike = today.flatMap(({ of, values: [value] }, i) => {
    const before = kept.values[i]
    if (value === before) return []
    return [`${of.task.id}/${of.check} of ${kept.job.solution.name} was ${before} and is ${value}`]
  })
  if (unlike.length === 0) return null
  return `comes out differently today: ${unlike.join('; ')}. Something else than specs and solutions has changed: Gradus, its libraries, lab.yaml or the backbone`
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
