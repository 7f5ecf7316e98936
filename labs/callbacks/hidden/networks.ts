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
  const rows = Array.from({ length: count }, (_, i) => (i + random.integer(0, classes)) % classes)
  return tf.oneHot(tf.tensor1d(rows, 'int32'), classes).toFloat().as2D(count, classes)
}
