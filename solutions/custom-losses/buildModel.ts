import * as tf from '@tensorflow/tfjs'

/**
 * A classifier of fully connected layers, not compiled:
 *
 *     inputDim -> 128 relu -> 64 relu -> 32 relu -> 16 relu -> classes softmax
 *
 * Every activation is an option of its dense layer, so the model has five layers with weights and no others.
 *
 * @param inputDim numbers that describe one example: 784 for an image of 28 x 28.
 * @param classes number of classes.
 * @returns a model from [m, inputDim] to [m, classes]. Each row of its output is a probability distribution.
 */
export function buildModel(inputDim: number, classes: number): tf.LayersModel {
  // solution: four hidden layers and an output layer, added one after the other
  const model = tf.sequential()
  HIDDEN_UNITS.forEach((units, i) => {
    // Only the first layer has to be told what comes in.
    const input = i === 0 ? { inputShape: [inputDim] } : {}
    model.add(tf.layers.dense({ units, activation: 'relu', ...input }))
  })
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }))
  return model
  // end solution
}

// solution
const HIDDEN_UNITS = [128, 64, 32, 16]
// end solution
