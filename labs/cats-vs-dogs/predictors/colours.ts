import * as tf from '@tensorflow/tfjs'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** As many epochs as it can use, of which the best on the validation pictures counts. */
const EPOCHS = 30

/** Counts pixels of sixteen colours that it finds by itself, wherever they are: no shape at all. */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { seed }: { seed: number },
): Promise<Classifier> {
  const [, ...inputShape] = training.images.shape
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 16, kernelSize: 1, inputShape }),
      tf.layers.batchNormalization({ momentum: 0.8 }),
      tf.layers.activation({ activation: 'relu' }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
  const options = { epochs: EPOCHS, batchSize: 32, learningRate: 0.01, patience: EPOCHS, seed }
  const { history } = await train(model, training, validation, options)
  return { model, history }
}
