import * as tf from '@tensorflow/tfjs'
import { random } from '#kit'

/** A pretrained network that nobody has seen before: other sizes, other names, other weights. */
export interface OtherNetwork {
  readonly network: tf.LayersModel
  /** Name of its layer of features, and how many there are. */
  readonly features: string
  readonly size: number
  readonly height: number
  readonly width: number
  readonly channels: number
}

/**
 * One convolution, then dropout, so that a network which trains gives other features than one which predicts, then
 * the means over all places, then a layer between features and logits.
 */
export function otherNetwork(): OtherNetwork {
  const [height, width] = [random.integer(6, 9), random.integer(6, 9)]
  const [channels, size] = [random.choice([1, 3]), random.integer(4, 7)]
  const features = random.choice(['pooled', 'embedding', 'bottleneck'])
  const network = tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [height, width, channels] }),
      tf.layers.conv2d({ filters: size, kernelSize: 3, activation: 'relu' }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.globalAveragePooling2d({ name: features }),
      tf.layers.dense({ units: 6, activation: 'relu' }),
      tf.layers.dense({ units: 3 }),
    ],
  })
  reweigh(network)
  return { network, features, size, height, width, channels }
}

/** Gives every weight a new random number, biases too. */
export function reweigh(model: tf.LayersModel): void {
  model.setWeights(model.getWeights().map(({ shape }) => random.normal(shape, { std: 0.5 })))
}

/** Random images [n, height, width, channels] in [-1, 1]. */
export function noise(
  count: number,
  { height, width, channels }: Pick<OtherNetwork, 'height' | 'width' | 'channels'>,
): tf.Tensor4D {
  return random.uniform([count, height, width, channels], -1, 1)
}

/** The output of a layer for images. */
export function outputOf(model: tf.LayersModel, layer: string, images: tf.Tensor4D): tf.Tensor {
  const until = tf.model({ inputs: model.inputs, outputs: model.getLayer(layer).output })
  return onlyTensor(until.predict(images))
}

export function onlyTensor(output: tf.Tensor | tf.Tensor[]): tf.Tensor {
  if (Array.isArray(output)) throw new TypeError('A model with one output gives one.')
  return output
}

/** Largest difference of any element; NaN where one of them is, Infinity for other shapes. */
export function distance(one: tf.Tensor, other: tf.Tensor): number {
  if (String(one.shape) !== String(other.shape)) return Number.POSITIVE_INFINITY
  return one.sub(other).abs().max().dataSync()[0] ?? Number.NaN
}
