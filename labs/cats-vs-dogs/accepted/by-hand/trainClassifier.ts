import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'
import { train } from './train.ts'

/** A network of its own: padded convolutions, the mean of each map at the end. */
export async function trainClassifier(
  training: Labelled,
  validation: Labelled,
  { epochs, seed }: { epochs: number; seed: number },
) {
  const [, ...inputShape] = training.images.shape
  const block = (filters: number) => [
    tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', useBias: false }),
    tf.layers.batchNormalization({ momentum: 0.8 }),
    tf.layers.reLU(),
    tf.layers.maxPooling2d({ poolSize: 2 }),
  ]
  const model = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape }),
      ...[block(8), block(16), block(32)].flat(),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.3 }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
  const { history, checkpoint } = await train(model, training, validation, {
    ...{ epochs, batchSize: 24, learningRate: 0.004, patience: epochs, seed },
  })
  return { model: checkpoint, history }
}
