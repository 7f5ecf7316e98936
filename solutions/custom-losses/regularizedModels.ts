import * as tf from '@tensorflow/tfjs'

/**
 * The network of `buildModel` that pays for large weights: each of its four hidden layers adds
 *
 *     l2 * sum(w^2)    over its kernel
 *
 * to the loss. Biases and the output layer are free. Not compiled.
 *
 * @param inputDim numbers that describe one example.
 * @param classes number of classes.
 * @param l2 price of a squared weight, at least 0.
 * @returns a model from [m, inputDim] to [m, classes].
 */
export function l2Model(inputDim: number, classes: number, l2 = 0.001): tf.LayersModel {
  // solution: a kernel regularizer on each hidden layer
  return regularized(inputDim, classes, { l1: 0, l2 })
  // end solution
}

/**
 * The same with both penalties: each hidden layer adds
 *
 *     l1 * sum(|w|) + l2 * sum(w^2)    over its kernel
 *
 * @param inputDim numbers that describe one example.
 * @param classes number of classes.
 * @param l1 price of the size of a weight, at least 0.
 * @param l2 price of a squared weight, at least 0.
 * @returns a model from [m, inputDim] to [m, classes].
 */
export function l1l2Model(
  inputDim: number,
  classes: number,
  l1 = 0.001,
  l2 = 0.001,
): tf.LayersModel {
  // solution: as l2Model, with the other regularizer
  return regularized(inputDim, classes, { l1, l2 })
  // end solution
}

// solution
const HIDDEN_UNITS = [128, 64, 32, 16]

function regularized(
  inputDim: number,
  classes: number,
  factors: { l1: number; l2: number },
): tf.LayersModel {
  const model = tf.sequential()
  HIDDEN_UNITS.forEach((units, i) => {
    model.add(
      tf.layers.dense({
        units,
        activation: 'relu',
        // Both factors are given: what is left out would be 0.01, not 0.
        kernelRegularizer: tf.regularizers.l1l2(factors),
        ...(i === 0 ? { inputShape: [inputDim] } : {}),
      }),
    )
  })
  model.add(tf.layers.dense({ units: classes, activation: 'softmax' }))
  return model
}
// end solution
