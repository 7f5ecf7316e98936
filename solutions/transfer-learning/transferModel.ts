import * as tf from '@tensorflow/tfjs'

export interface HeadOptions {
  /** Whether training also changes the weights of the backbone. */
  trainable: boolean
  /** Units of the dense layer between features and classes. */
  denseSize: number
  /** Classes to tell apart. */
  classes: number
}

/**
 * A network for a new task on top of a pretrained one: the layers of the backbone up to `layer`, then a dense
 * layer of `denseSize` units with relu, then a dense layer of `classes` units with softmax. The layers of the
 * backbone are the very same ones, with their weights; the two new ones start at random.
 *
 * The model comes compiled, with adam and the categorical cross-entropy, ready for `fit`. `trainable: false`
 * freezes every layer of the backbone; the two dense layers learn in any case.
 *
 * @param backbone reads images [n, h, w, c].
 * @param layer name of a layer of the backbone whose output for n images is [n, d]. What comes after it is left
 *   out.
 */
export function transferModel(
  backbone: tf.LayersModel,
  layer: string,
  { trainable, denseSize, classes }: HeadOptions,
): tf.LayersModel {
  // solution: set trainable, connect two dense layers to the layer's output, compile last
  for (const each of backbone.layers) each.trainable = trainable
  const features = backbone.getLayer(layer).output as tf.SymbolicTensor
  const dense = tf.layers.dense({ units: denseSize, activation: 'relu' }).apply(features)
  const softmax = tf.layers.dense({ units: classes, activation: 'softmax' }).apply(dense)
  const model = tf.model({ inputs: backbone.inputs, outputs: softmax as tf.SymbolicTensor })
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  return model
  // end solution
}
