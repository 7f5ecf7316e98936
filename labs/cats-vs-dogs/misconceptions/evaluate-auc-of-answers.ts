import type * as tf from '@tensorflow/tfjs'
import { type Evaluation, evaluate as right, rocAuc } from '#solutions/cats-vs-dogs/evaluate.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** The area for answers of 0 and 1: a curve of one point. */
export async function evaluate(model: tf.LayersModel, pictures: Labelled): Promise<Evaluation> {
  const { accuracy, confusion } = await right(model, pictures)
  const predicted = model.predict(pictures.images)
  if (Array.isArray(predicted)) throw new TypeError('one output is expected')
  const answers = Array.from(await predicted.data(), (score) => Number(score > 0.5))
  return { accuracy, confusion, auc: rocAuc(pictures.labels, answers) }
}
