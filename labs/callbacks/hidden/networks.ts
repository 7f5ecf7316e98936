import * as tf from '@tensorflow/tfjs'
import { random } from '#kit'

export type Activation = 'relu' | 'sigmoid' | 'tanh' | 'linear'

interface Sizes {
  readonly inputs: number
  /** Units of each hidden layer. */
  readonly hidden: readonly number[]
  readonly classes: number
  readonly activation?: Activation
}

/** A network of the judge's, named like the one of the handout; all its weights are zero. */
export function network({ inputs, hidden, classes, activation = 'relu' }: Sizes): tf.Sequential {
  const named = (index: number, role: string) => `Layer_${String(index).padStart(2, '0')}_${role}`
  const zeros = { kernelInitializer: 'zeros', biasInitializer: 'zeros' } as const
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [inputs], name: named(0, 'Input') }),
      ...hidden.map((units, i) =>
        tf.layers.dense({ units, activation, name: named(i + 1, 'Hidden'), ...zeros }),
      ),
      tf.layers.dense({
        units: classes,
        activation: 'softmax',
        name: named(hidden.length + 1, 'Output'),
        ...zeros,
      }),
    ],
  })
}

/**
 * Weights for a model, in the order of `getWeights`: kernels of normal numbers whose spread keeps signals
 * alive (times `gain`), biases half as wide.
 */
export function randomWeights(model: tf.LayersModel, gain = 1): tf.Tensor[] {
  return model.getWeights().map(({ shape, size }) => {
    const [outputs = 1] = shape.toReversed()
    const std = shape.length > 1 ? gain * Math.sqrt(outputs / size) : gain / 2
    return random.normal(shape, { std })
  })
}

/** One-hot labels [count, classes], every class in turn. */
export function labels(count: number, classes: number): tf.Tensor2D {
  const first = random.integer(0, classes - 1)
  return tf.tensor2d(
    Array.from({ length: count }, (_, i) =>
      Array.from({ length: classes }, (_, label) => Number(label === (first + i) % classes)),
    ),
  )
}

/**
 * A training that the judge can follow: all examples in one batch and plain SGD, so that an epoch is one
 * known step.
 */
export interface Training {
  readonly model: tf.Sequential
  readonly X: tf.Tensor2D
  readonly Y: tf.Tensor2D
  /** The weights before the first epoch. */
  readonly start: readonly tf.Tensor[]
}

export function training(): Training {
  const model = network({ inputs: 4, hidden: [6, 5], classes: 3, activation: 'tanh' })
  const start = randomWeights(model)
  model.setWeights(start)
  return { model, start, X: random.normal([10, 4]), Y: labels(10, 3) }
}

/** What `fit` is told, so that it takes the judge's steps. */
export const ONE_BATCH = { batchSize: 10, shuffle: false, verbose: 0 } as const

/** The loss of a training on its examples: the categorical cross-entropy. */
export function loss({ model, X, Y }: Training): tf.Scalar {
  const output = model.apply(X)
  if (!(output instanceof tf.Tensor)) throw new TypeError('the model gave no tensor')
  return Y.mul(output.log()).sum(1).neg().mean<tf.Scalar>()
}

/** The weights at the end of each epoch of SGD, at the rate that a compiled 'sgd' has. */
export function trainedWeights(training: Training, epochs: number): tf.Tensor[][] {
  const { model, start } = training
  model.setWeights([...start])
  const optimizer = tf.train.sgd(0.01)
  return Array.from({ length: epochs }, () => {
    optimizer.minimize(() => loss(training), false)
    return model.getWeights().map((weight) => weight.clone())
  })
}
