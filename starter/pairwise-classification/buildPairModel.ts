import * as tf from '@tensorflow/tfjs'

/**
 * A network with a layer of its own for each image; the two codes are laid end to end:
 *
 *     input_img0 [d] -> layer1_img0: dense 100, relu --+
 *                                                      +-> concat [200]
 *     input_img1 [d] -> layer1_img1: dense 100, relu --+
 *
 *     concat -> layer2_common: dense 100, relu -> output: dense 1, sigmoid
 *
 * @param inputDim d, how many numbers an image has.
 * @returns a model with the inputs [input_img0, input_img1], in this order, and the output [m, 1]: the
 *   probability that the two images have one class. It need not be compiled.
 */
export function buildPairModel(inputDim: number): tf.LayersModel {
  throw new Error(
    'TODO buildPairModel: two inputs, a dense layer for each, and concat; `connect.ts` spares you the types',
  )
}
