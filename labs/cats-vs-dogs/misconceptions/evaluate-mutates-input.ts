import type * as tf from '@tensorflow/tfjs'
import { type Evaluation, evaluate as right } from '#solutions/cats-vs-dogs/evaluate.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Frees the pictures that it was lent. */
export async function evaluate(model: tf.LayersModel, pictures: Labelled): Promise<Evaluation> {
  const found = await right(model, pictures)
  pictures.images.dispose()
  return found
}
