// solution
import * as tf from '@tensorflow/tfjs'

/** Mean and population standard deviation of all numbers of a tensor of any shape. */
export async function statistics(tensor: tf.Tensor): Promise<{ mean: number; std: number }> {
  const both = tf.tidy(() => {
    const mean = tensor.mean()
    // The mean comes off before the squares: `mean(x * x) - mean ** 2` would cancel in float32.
    return tf.stack([mean, tensor.sub(mean).square().mean().sqrt()])
  })
  const [mean = Number.NaN, std = Number.NaN] = await both.data()
  both.dispose()
  return { mean, std }
}
// end solution
