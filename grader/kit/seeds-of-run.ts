import { createHash } from 'node:crypto'
import type { CheckSeeds } from './settings.ts'

/** Seeds of one of a check's trainings: the same number gives the same training again. */
export function seedsOfRun({ random }: CheckSeeds, run: number): CheckSeeds {
  return seedsFrom(createHash('sha256').update(`${random} run ${run}`).digest('hex').slice(0, 32))
}

/** @param random 32 hex digits. */
export function seedsFrom(random: string): CheckSeeds {
  // What goes beside the student's code must not lead back to the inputs that are still to come.
  const submission = createHash('sha256').update(`submission ${random}`).digest().readUInt32LE()
  return { random, submission }
}
