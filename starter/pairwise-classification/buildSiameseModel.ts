import * as tf from '@tensorflow/tfjs'

/**
 * A siamese network: one layer reads both images, with the same weights, and what is compared is how
 * far apart the two codes lie:
 *
 *     input_img0 [d] --+                                +-> code of image 0 --+
 *                      +-> layer1_shared: dense 100, relu                     +-> difference [100]
 *     input_img1 [d] --+                                +-> code of image 1 --+
 *
 *     difference -> layer2_common: dense 100, relu -> output: dense 1, sigmoid
 *
 * `difference` is |code 0 - code 1|, element by element: the layer `AbsoluteDifference` from
 * 'gradus/layers', which takes `{ name }` as other layers do.
 *
 * @param inputDim d, how many numbers an image has.
 * @returns a model with the inputs [input_img0, input_img1], in this order, and the output [m, 1]: the
 *   probability that the two images have one class. It need not be compiled.
 */
export function buildSiameseModel(inputDim: number): tf.LayersModel {
  throw new Error(
    'TODO buildSiameseModel: one dense layer connected twice, and the difference of what comes out',
  )
}
