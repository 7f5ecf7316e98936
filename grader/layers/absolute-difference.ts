import * as tf from '@tensorflow/tfjs'

/**
 * The distance of two branches, element by element: `|a - b|` of two inputs of one shape [m, ...]. TensorFlow.js
 * has layers that add, multiply and average, and none that subtracts.
 *
 *     const distance = new AbsoluteDifference().apply([codeOfA, codeOfB])
 *
 * Throws when it is not given exactly two inputs of the same shape.
 */
export class AbsoluteDifference extends tf.layers.Layer {
  static readonly className = 'AbsoluteDifference'

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    firstOf(inputShape)
    super.build(inputShape)
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return firstOf(inputShape)
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [a, b] = Array.isArray(inputs) ? inputs : [inputs]
    if (a === undefined || b === undefined) throw new TypeError(NEEDS_TWO)
    return tf.tidy(() => tf.abs(tf.sub(a, b)))
  }
}

const NEEDS_TWO = 'AbsoluteDifference needs two inputs of the same shape: apply([a, b]).'

function firstOf(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
  const [a, b, ...others] = inputShape
  if (!Array.isArray(a) || !Array.isArray(b) || others.length > 0 || String(a) !== String(b)) {
    throw new TypeError(NEEDS_TWO)
  }
  return a
}

tf.serialization.registerClass(AbsoluteDifference)
