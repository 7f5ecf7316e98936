import * as tf from '@tensorflow/tfjs'

/** The penalty of other books: half the squares, so that the 2 of the gradient goes. */
export function regularizedLoss(weights: tf.Tensor[], l1: number, l2: number): tf.Scalar {
  return tf.tidy(() => {
    const penalties = weights.map((w) =>
      w
        .abs()
        .sum()
        .mul(l1)
        .add(
          w
            .square()
            .sum()
            .mul(l2 / 2),
        ),
    )
    return tf.addN(penalties).asScalar()
  })
}
