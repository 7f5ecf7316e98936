import type * as tf from '@tensorflow/tfjs'
import { liveTensors } from './bind.ts'

/**
 * How many tensors a call leaves where the submission runs, besides its answer: 0 for a function that frees what it
 * makes. Its arguments must be held or placed, so that none is made for the call. They are counted outside the
 * submission's functions, but in its process.
 * @param call asks the submission once; its answer is one tensor, which is disposed here.
 */
export async function leftBehind(call: () => Promise<tf.Tensor>): Promise<number> {
  const before = await liveTensors()
  const answer = await call()
  // Where the submission is imported, the judge's copy would be counted with its tensors.
  answer.dispose()
  return (await liveTensors()) - before - 1
}
