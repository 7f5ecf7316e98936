import * as tf from '@tensorflow/tfjs'
// solution
import { connect } from './connect.ts'
// end solution

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
  // solution: two inputs, a dense layer for each, and concat; `connect.ts` spares you the types
  const image0 = tf.input({ shape: [inputDim], name: 'input_img0' })
  const image1 = tf.input({ shape: [inputDim], name: 'input_img1' })
  const code0 = connect(relu('layer1_img0'), image0)
  const code1 = connect(relu('layer1_img1'), image1)
  const both = connect(tf.layers.concatenate({ name: 'concat' }), code0, code1)
  const common = connect(relu('layer2_common'), both)
  const sigmoid = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'output' })
  return tf.model({ inputs: [image0, image1], outputs: connect(sigmoid, common) })
  // end solution
}

// solution
function relu(name: string): tf.layers.Layer {
  return tf.layers.dense({ units: 100, activation: 'relu', name })
}
// end solution
