import * as tf from '@tensorflow/tfjs'

export interface NetworkOptions {
  /** Of the six hidden layers. */
  readonly activation?: 'relu' | 'sigmoid' | 'tanh'
  /** Standard deviation of the first kernels; without it, Glorot's. */
  readonly initialStd?: number
  /** Makes the first weights the same in every run: any whole number above 0. */
  readonly seed?: number
}

/**
 * The network of this lab, given to you: digits of 784 pixels, six hidden layers of 10 units, and a
 * softmax over 10 classes, compiled with adam and the categorical cross-entropy. Its layers are called
 * `Layer_00_Input`, `Layer_01_Hidden` to `Layer_06_Hidden`, and `Layer_07_Output`.
 *
 * The grader does not call this function: it builds networks of its own, large and small.
 */
export function buildNetwork({
  activation = 'relu',
  initialStd,
  seed = 1,
}: NetworkOptions = {}): tf.Sequential {
  // Every layer has a seed of its own: with one seed for all, all kernels would begin alike.
  const initializer = (layer: number) =>
    initialStd === undefined
      ? tf.initializers.glorotNormal({ seed: 100 * seed + layer })
      : tf.initializers.randomNormal({ stddev: initialStd, seed: 100 * seed + layer })
  const model = tf.sequential({
    layers: [tf.layers.inputLayer({ inputShape: [784], name: 'Layer_00_Input' })],
  })
  for (let layer = 1; layer <= 6; layer++) {
    const name = `Layer_0${layer}_Hidden`
    model.add(
      tf.layers.dense({ units: 10, activation, kernelInitializer: initializer(layer), name }),
    )
  }
  model.add(
    tf.layers.dense({
      units: 10,
      activation: 'softmax',
      kernelInitializer: initializer(7),
      name: 'Layer_07_Output',
    }),
  )
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
  return model
}
