import * as tf from '@tensorflow/tfjs'

/** The weights of an axis as a matrix of tensors, applied by einsum. */
export function preprocess(
  images: tf.Tensor4D,
  { height, width, range: [low, high] }: { height: number; width: number; range: [number, number] },
): tf.Tensor4D {
  return tf.tidy(() => {
    const rows = weights(images.shape[1], height)
    const columns = weights(images.shape[2], width)
    const tall = tf.einsum('ih,nhwc->niwc', rows, images.toFloat())
    const resized = tf.einsum('jw,niwc->nijc', columns, tall)
    return resized
      .div(255)
      .mul(high - low)
      .add(low) as tf.Tensor4D
  })
}

/** [target, size] */
function weights(size: number, target: number): tf.Tensor2D {
  const scale = size / target
  const centers = tf.range(0, target).add(0.5).mul(scale).expandDims(1)
  const places = tf.range(0, size).add(0.5).expandDims(0)
  const triangle = tf.relu(tf.sub(1, tf.abs(places.sub(centers)).div(Math.max(scale, 1))))
  return triangle.div(triangle.sum(1, true)) as tf.Tensor2D
}
