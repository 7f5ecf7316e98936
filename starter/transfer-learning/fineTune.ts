import * as tf from '@tensorflow/tfjs'

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
  throw new Error(
    'TODO fineTune: features once, train a head on them, put its weights into the whole model',
  )
}
