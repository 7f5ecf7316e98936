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
  throw new Error('TODO l2Model: a kernel regularizer on each hidden layer')
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
  throw new Error('TODO l1l2Model: as l2Model, with the other regularizer')
}
