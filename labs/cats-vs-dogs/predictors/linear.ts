import * as tf from '@tensorflow/tfjs'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** As many epochs as it can use, of which the best on the validation pictures counts. */
const EPOCHS = 60
const RATE = 3e-4

/** Logistic regression on the pixels: what can be told from where it is bright, without any shape. */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { seed }: { seed: number },
): Promise<Classifier> {
  const [, ...inputShape] = training.images.shape
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape }),
      tf.layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: 'zeros' }),
    ],
  })
  const options = { epochs: EPOCHS, batchSize: 32, learningRate: RATE, patience: EPOCHS, seed }
  const { history } = await train(model, training, validation, options)
  return { model, history }
}
