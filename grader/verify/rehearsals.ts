import { join } from 'node:path'
import { DISTORTIONS, type Distortion } from '../kit/settings.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import type { RehearsalOptions, Runner } from '../run/index.ts'
import type { Predictor } from './predictors.ts'
import { acceptedNames } from './right-solutions.ts'
import type { Scope } from './scope.ts'

/** Every submission that a lab should be tried on, with what came of it. */
export interface Rehearsals {
  readonly solution: readonly CheckOutcome[]
  readonly starter: readonly CheckOutcome[]
  readonly accepted: Readonly<Record<string, readonly CheckOutcome[]>>
  readonly misconceptions: Readonly<Record<string, readonly CheckOutcome[]>>
  readonly distortions: Readonly<Record<Distortion, readonly CheckOutcome[]>>
  /** By name, in the checks that train. */
  readonly predictors: Readonly<Record<string, readonly CheckOutcome[]>>
}

/** What is tried, and how. */
export interface Plan {
  readonly root: string
  readonly lab: Lab
  readonly scope: Scope
  readonly predictors: readonly Predictor[]
  /** Whether right solutions train here; false where they are going to train in the sandbox. */
  readonly trainHere: boolean
}

/** How many runs `rehearseAll` makes, for a progress bar. */
export function rehearsalCount({ root, lab, predictors }: Plan): number {
  const misconceptions = lab.tasks.flatMap((task) => task.misconceptions).length
  const right = 1 + acceptedNames(root, lab.id).length
  return right + 1 + misconceptions + DISTORTIONS.length + predictors.length
}

/** Tries right, unfinished and wrong code, one after another, in this process. */
export async function rehearseAll(
  plan: Plan,
  runner: Runner,
  tick: () => void,
): Promise<Rehearsals> {
  const { root, lab, scope } = plan
  const all = [...scope.computing, ...scope.training]
  const ofRight = plan.trainHere ? all : scope.computing
  const solutionDir = join(root, 'solutions', lab.id)
  const rehearse = async (
    dir: string,
    checks: readonly string[],
    options: Partial<RehearsalOptions> = {},
  ) => {
    const visibilities = ['public', 'hidden'] as const
    const rehearsal = await runner.rehearse({ dir, visibilities, checks, ...options })
    tick()
    return rehearsal.checks
  }
  const solution = await rehearse(solutionDir, ofRight)
  const starter = await rehearse(join(root, 'starter', lab.id), all)
  const accepted: Record<string, readonly CheckOutcome[]> = {}
  for (const name of acceptedNames(root, lab.id)) {
    accepted[name] = await rehearse(join(root, 'labs', lab.id, 'accepted', name), ofRight)
  }
  const misconceptions: Record<string, readonly CheckOutcome[]> = {}
  for (const task of lab.tasks) {
    for (const { id } of task.misconceptions) {
      const override = join(root, 'labs', lab.id, 'misconceptions', `${id}.ts`)
      // One training shows what a wrong one comes to; a lab has dozens of misconceptions.
      const rehearsedRuns = { firstRun: 0, runs: 1 }
      const options = { override, task: task.id, rehearsedRuns }
      misconceptions[id] = await rehearse(solutionDir, all, options)
    }
  }
  const predictors: Record<string, readonly CheckOutcome[]> = {}
  for (const { name, path, tasks } of plan.predictors) {
    const checks = scope.training.filter((key) => tasks.some((task) => key.startsWith(`${task}/`)))
    predictors[name] = await rehearse(solutionDir, checks, { override: path, replay: false })
  }
  const distort = (distortion: Distortion) =>
    rehearse(solutionDir, scope.computing, { distortion, replay: false })
  const distortions = {
    zeros: await distort('zeros'),
    constant: await distort('constant'),
    nan: await distort('nan'),
    float16: await distort('float16'),
  }
  return { solution, starter, accepted, misconceptions, distortions, predictors }
}
