import { createHash } from 'node:crypto'
import { currentFrame } from './frame.ts'
import { sfc32 } from './sfc32.ts'

/** Numbers of trainings that came before, also of other submissions. */
const known = new Map<string, number>()

/**
 * A number that does not depend on the submission, such as what a network of the judge's reaches: computed in the
 * first training with these seeds and remembered for the same training of the submissions that follow. `random`
 * draws from numbers of its own meanwhile, so that what comes after is the same either way.
 * @param name apart from others of the same check.
 */
export async function remembered(name: string, compute: () => Promise<number>): Promise<number> {
  const frame = currentFrame()
  const { task, check, runSeeds, settings } = frame
  const { dataset, backbone, split } = settings
  const on = [dataset?.sha256, backbone?.sha256, split]
  const key = [name, task.id, check.id, runSeeds.random, ...on].join('/')
  const before = known.get(key)
  if (before !== undefined) return before
  const { uniform } = frame
  frame.uniform = sfc32(createHash('sha256').update(key).digest('hex').slice(0, 32))
  try {
    const value = await compute()
    known.set(key, value)
    return value
  } finally {
    frame.uniform = uniform
  }
}
