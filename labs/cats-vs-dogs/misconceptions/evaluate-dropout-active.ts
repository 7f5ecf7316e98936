import * as tf from '@tensorflow/tfjs'
import { confusionMatrix, type Evaluation, rocAuc } from '#solutions/cats-vs-dogs/evaluate.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'

/** Asks the model as if it were in training. */
export async function evaluate(
  model: tf.LayersModel,
  { images, labels }: Labelled,
): Promise<Evaluation> {
  const predicted = model.apply(images, { training: true })
  if (!(predicted instanceof tf.Tensor)) throw new TypeError('one output is expected')
  const scores = Array.from(await predicted.data())
  const confusion = confusionMatrix(labels, scores)
  const accuracy = (confusion[0][0] + confusion[1][1]) / labels.length
  return { accuracy, confusion, auc: rocAuc(labels, scores) }
}
