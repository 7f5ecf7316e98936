import * as tf from '@tensorflow/tfjs'
import { LABELS } from './labels.ts'

/** Pixels along one side of a digit. */
export const SIDE = 28

/**
 * A small convolutional network of 7,333 parameters: three convolutions of 3 x 3, two poolings, a feature vector of
 * 3 x 3 places with 32 numbers each, and a dense layer that gives the logits of the digits 0 to 4. Reads
 * [n, 28, 28, 1] in [-1, 1].
 */
export function digitsNetwork(): tf.Sequential {
  const kernelInitializer = 'heNormal'
  const convolution = (number: number, filters: number) =>
    tf.layers.conv2d({
      ...{ name: `conv${number}`, filters, kernelSize: 3, activation: 'relu', kernelInitializer },
    })
  const pooling = (number: number) => tf.layers.maxPooling2d({ name: `pool${number}`, poolSize: 2 })
  return tf.sequential({
    name: 'digits-0-4',
    layers: [
      tf.layers.inputLayer({ inputShape: [SIDE, SIDE, 1], name: 'image' }),
      ...[convolution(1, 8), pooling(1), convolution(2, 16), pooling(2), convolution(3, 32)],
      tf.layers.dropout({ name: 'dropout', rate: 0.3 }),
      tf.layers.flatten({ name: 'features' }),
      tf.layers.dense({ name: 'logits', units: LABELS.length, kernelInitializer }),
    ],
  })
}
