import * as tf from '@tensorflow/tfjs'
// solution
import { featureVectors } from './featureVectors.ts'
import { transferModel } from './transferModel.ts'
// end solution

export interface Tuning {
  /** Classes to tell apart. */
  classes: number
  /** Units of the dense layer between features and classes. */
  denseSize: number
  /** How often to go through all the images. */
  epochs: number
}

/** What a training leaves behind. */
export interface Tuned {
  /** Reads images as they were given, gives [m, classes]: the layers of `transferModel`. */
  model: tf.LayersModel
  /** The mean loss of each epoch, for the curve in your report. */
  history: { loss: number[] }
}

/**
 * Teaches a pretrained network classes that it has never seen, from a handful of examples of each.
 *
 * @param backbone reads images [n, h, w, c]; it is yours to train or to leave alone.
 * @param layer name of the layer of the backbone whose output [n, d] are the features.
 * @param images [n, h, w, c], already in the backbone's range. Neither changed nor disposed.
 * @param labels n class numbers, from 0 to classes - 1.
 */
export async function fineTune(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  labels: number[],
  { classes, denseSize, epochs }: Tuning,
): Promise<Tuned> {
  // solution: features once, train a head on them, put its weights into the whole model
  const model = transferModel(backbone, layer, { trainable: false, denseSize, classes })
  const features = featureVectors(backbone, layer, images, 32)
  const head = tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: features.shape.slice(1),
        units: denseSize,
        activation: 'relu',
      }),
      tf.layers.dense({ units: classes, activation: 'softmax' }),
    ],
  })
  head.compile({ optimizer: tf.train.adam(0.005), loss: 'categoricalCrossentropy' })
  const wanted = tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), classes).toFloat())
  const { history } = await head.fit(features, wanted, { epochs, batchSize: 16, verbose: 0 })
  const untrained = model.layers.slice(-2)
  for (const [i, layer] of head.layers.entries()) untrained[i]?.setWeights(layer.getWeights())
  tf.dispose([features, wanted])
  head.dispose()
  return { model, history: { loss: (history['loss'] ?? []).map(Number) } }
  // end solution
}
