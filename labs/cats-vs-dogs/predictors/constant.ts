import * as tf from '@tensorflow/tfjs'
import { buildModel } from '#solutions/cats-vs-dogs/buildModel.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** Says "dog" of every picture. */
export async function trainClassifier(training: Labelled): Promise<Classifier> {
  const [, height, width, channels] = training.images.shape
  const sizes = { filters: [4], units: 4, dropout: 0, batchNormalization: false }
  const model = buildModel([height, width, channels], sizes)
  model.layers.at(-1)?.setWeights([tf.zeros([4, 1]), tf.ones([1])])
  return { model, history: { loss: [1, 1] } }
}
