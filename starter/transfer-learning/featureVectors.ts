import * as tf from '@tensorflow/tfjs'

/**
 * What a pretrained network sees in images: the output of one of its layers, before the last ones decide
 * between classes that are not ours. The network predicts, it does not train: layers such as dropout rest.
 *
 * @param backbone reads images [n, h, w, c]. Neither changed nor disposed.
 * @param layer name of a layer of the backbone whose output for n images is [n, d].
 * @param images [n, h, w, c], already in the backbone's range, n from 1. Neither changed nor disposed.
 * @param batchSize how many images go through the network at once: memory grows with it. The last batch may be
 *   smaller.
 * @returns [n, d], row i for image i. Afterwards no other tensor is left that was not there before.
 */
export function featureVectors(
  backbone: tf.LayersModel,
  layer: string,
  images: tf.Tensor4D,
  batchSize: number,
): tf.Tensor2D {
  throw new Error(
    'TODO featureVectors: a model that ends at the layer, batch by batch inside tf.tidy, one tf.concat',
  )
}
