import * as tf from '@tensorflow/tfjs'
import { diagnose } from './measure.ts'

/**
 * Calls a function of the submission twice with the very same objects, and a third time with fresh
 * copies. When the copies give the first answer again and the second call does not, the first call
 * spoiled what it was given: the evidence holds whether or not the answers are right.
 * @param misconception named when the inputs were spoiled.
 * @param withSame calls with held inputs.
 * @param withCopies calls with equal inputs that were not used before.
 * @returns the first two answers. Throws what the second call threw.
 */
export async function twice<R>(
  misconception: string,
  withSame: () => Promise<R>,
  withCopies: () => Promise<R>,
): Promise<readonly [R, R]> {
  const first = await withSame()
  const [second] = await Promise.allSettled([withSame()])
  const fresh = await withCopies()
  const repeated = second.status === 'fulfilled' && (await alike(first, second.value))
  diagnose(misconception, !repeated && (await alike(first, fresh)))
  if (second.status === 'rejected') throw second.reason
  return [first, second.value]
}

/** Whether two answers agree in every bit. */
export async function alike(a: unknown, b: unknown): Promise<boolean> {
  return (await asText(a)) === (await asText(b))
}

async function asText(answer: unknown): Promise<string> {
  if (!(answer instanceof tf.Tensor)) return JSON.stringify(answer)
  const data = Array.from(await answer.data(), String)
  return JSON.stringify({ shape: answer.shape, dtype: answer.dtype, data })
}
