import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DISTORTIONS, type Distortion } from '../kit/settings.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import type { RehearsalOptions, Runner } from '../run/index.ts'

/** Every submission that a lab should be tried on, with what came of it. */
export interface Rehearsals {
  readonly solution: readonly CheckOutcome[]
  readonly starter: readonly CheckOutcome[]
  readonly accepted: Readonly<Record<string, readonly CheckOutcome[]>>
  readonly misconceptions: Readonly<Record<string, readonly CheckOutcome[]>>
  readonly distortions: Readonly<Record<Distortion, readonly CheckOutcome[]>>
}

/** Names of the folders with other right solutions. */
export function acceptedNames(root: string, lab: string): string[] {
  const folder = join(root, 'labs', lab, 'accepted')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

/** How many runs `rehearseAll` makes, for a progress bar. */
export function rehearsalCount(root: string, lab: Lab): number {
  const misconceptions = lab.tasks.flatMap((task) => task.misconceptions).length
  return 2 + acceptedNames(root, lab.id).length + misconceptions + DISTORTIONS.length
}

/** Tries right, unfinished and wrong code, one after another, in this process. */
export async function rehearseAll(
  root: string,
  lab: Lab,
  runner: Runner,
  tick: () => void,
): Promise<Rehearsals> {
  const solutionDir = join(root, 'solutions', lab.id)
  const rehearse = async (dir: string, options: Partial<RehearsalOptions> = {}) => {
    const { checks } = await runner.rehearse({
      dir,
      visibilities: ['public', 'hidden'],
      ...options,
    })
    tick()
    return checks
  }
  const solution = await rehearse(solutionDir)
  const starter = await rehearse(join(root, 'starter', lab.id))
  const accepted: Record<string, readonly CheckOutcome[]> = {}
  for (const name of acceptedNames(root, lab.id)) {
    accepted[name] = await rehearse(join(root, 'labs', lab.id, 'accepted', name))
  }
  const misconceptions: Record<string, readonly CheckOutcome[]> = {}
  for (const task of lab.tasks) {
    for (const { id } of task.misconceptions) {
      const override = join(root, 'labs', lab.id, 'misconceptions', `${id}.ts`)
      misconceptions[id] = await rehearse(solutionDir, { override, task: task.id })
    }
  }
  const distort = (distortion: Distortion) => rehearse(solutionDir, { distortion, replay: false })
  const distortions = {
    zeros: await distort('zeros'),
    constant: await distort('constant'),
    nan: await distort('nan'),
    float16: await distort('float16'),
  }
  return { solution, starter, accepted, misconceptions, distortions }
}
