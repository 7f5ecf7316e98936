import * as tf from '@tensorflow/tfjs'
// solution
import { AbsoluteDifference } from 'gradus/layers'
import { connect } from './connect.ts'
// end solution

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
  // solution: one dense layer connected twice, and the difference of what comes out
  const image0 = tf.input({ shape: [inputDim], name: 'input_img0' })
  const image1 = tf.input({ shape: [inputDim], name: 'input_img1' })
  const shared = relu('layer1_shared')
  const difference = connect(
    new AbsoluteDifference({ name: 'difference' }),
    connect(shared, image0),
    connect(shared, image1),
  )
  const common = connect(relu('layer2_common'), difference)
  const sigmoid = tf.layers.dense({ units: 1, activation: 'sigmoid', name: 'output' })
  return tf.model({ inputs: [image0, image1], outputs: connect(sigmoid, common) })
  // end solution
}

// solution
function relu(name: string): tf.layers.Layer {
  return tf.layers.dense({ units: 100, activation: 'relu', name })
}
// end solution
