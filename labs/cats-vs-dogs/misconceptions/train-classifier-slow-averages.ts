import * as tf from '@tensorflow/tfjs'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'
import type { Classifier } from '#solutions/cats-vs-dogs/trainClassifier.ts'

/** Leaves the momentum of the running averages as it comes, 0.99: they have not arrived when the training ends. */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { epochs, seed }: { epochs: number; seed: number },
): Promise<Classifier> {
  const [, height, width, channels] = training.images.shape
  const block = (filters: number) => [
    tf.layers.conv2d({ filters, kernelSize: 3, kernelInitializer: 'heNormal' }),
    tf.layers.batchNormalization(),
    tf.layers.activation({ activation: 'relu' }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
  ]
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [height, width, channels] }),
      ...[8, 16, 32].flatMap(block),
      tf.layers.flatten(),
      tf.layers.dense({ units: 32, activation: 'relu' }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
  const options = { epochs, batchSize: 32, learningRate: 0.004, patience: epochs, seed }
  const { history } = await train(model, training, validation, options)
  return { model, history }
}
