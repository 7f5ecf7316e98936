import { resolve } from 'node:path'
import { readLab } from '../catalog/index.ts'
import type { Scorecard } from '../model/scorecard.ts'
import { score } from '../score/score.ts'
import { DEFAULT_OUT, openRecords } from './records.ts'
import type { World } from './world.ts'

export interface RescoreOptions {
  readonly root: string
  readonly lab: string
  readonly out?: string
}

export interface Rescored {
  readonly cards: readonly Scorecard[]
  /** Change in points of each submission whose points changed. */
  readonly changes: readonly { readonly submission: string; readonly by: number }[]
  /** Submissions whose measurements answer other questions than today's specs ask. */
  readonly outdated: readonly string[]
}

/**
 * Marks every record of a lab again, from what was measured: runs no student code and starts no process.
 * Records of other specs or of another solution are left as they are.
 */
export async function rescore(options: RescoreOptions, world: World): Promise<Rescored> {
  const lab = await readLab(options.root, options.lab)
  const records = openRecords(resolve(world.cwd, options.out ?? DEFAULT_OUT))
  const outcomes = records.outcomes(lab.id)
  const current = outcomes.filter(({ provenance }) => provenance.labHash === lab.hash)
  const rescored = current.map((outcome) => {
    const card = score(lab, outcome)
    const before = records.scorecard(lab.id, outcome.submission)
    records.write(outcome, card)
    return { card, by: before === null ? 0 : card.points - before.points }
  })
  return {
    cards: rescored.map(({ card }) => card),
    changes: rescored
      .filter(({ by }) => by !== 0)
      .map(({ card, by }) => ({ submission: card.submission, by })),
    outdated: outcomes
      .filter(({ provenance }) => provenance.labHash !== lab.hash)
      .map(({ submission }) => submission),
  }
}
