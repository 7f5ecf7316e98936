import * as tf from '@tensorflow/tfjs'

/** What a backbone reads: stated with its weights, for it was trained so and sees nothing else. */
export interface InputFormat {
  /** Pixels. */
  height: number
  width: number
  /** What a pixel of 0 becomes, and what one of 255 becomes: `[-1, 1]`, `[0, 1]`. */
  range: [low: number, high: number]
}

/**
 * Makes images fit for a backbone: brought to its height and width, and from 0 to 255 to its range. Where
 * they shrink, every pixel of the result is a weighted mean of all the pixels that it covers (triangle
 * filter), so that no detail is skipped and none turns into a false pattern.
 *
 * @param images [n, h, w, c], values from 0 to 255, float32 or int32; c = 3 means red, green, blue. Neither
 *   changed nor disposed.
 * @param format what the backbone reads. Proportions are not kept: the whole image is stretched or squeezed.
 * @returns [n, format.height, format.width, c], float32, channels in the order in which they came.
 */
export function preprocess(images: tf.Tensor4D, format: InputFormat): tf.Tensor4D {
  // solution: weights of a triangle filter for each axis, two matrix products, one line for the range
  return tf.tidy(() => {
    const [count, height, width, channels] = images.shape
    const [low, high] = format.range
    const rows = tf.tensor2d(resizeWeights(height, format.height))
    const columns = tf.tensor2d(resizeWeights(width, format.width))
    // [H, h] x [h, n w c], then [W, w] x [w, n H c]: each axis in turn comes first.
    const tall = rows.matMul(images.toFloat().transpose([1, 0, 2, 3]).reshape([height, -1]))
    const wide = tall.reshape([format.height, count, width, channels]).transpose([2, 1, 0, 3])
    const both = columns.matMul(wide.reshape([width, -1]))
    const resized = both.reshape([format.width, count, format.height, channels])
    const scaled = resized.mul((high - low) / 255).add(low)
    return scaled.transpose<tf.Tensor4D>([1, 2, 0, 3])
  })
  // end solution
}
// solution

/**
 * Row i holds the weights with which the pixels of an axis add up to pixel i of the result:
 * max(0, 1 - |j + 0.5 - center| / reach), divided by their sum, where pixel i covers `size / target` pixels
 * around `center` = (i + 0.5) size / target, and `reach` is that number, or 1 where the axis grows.
 */
function resizeWeights(size: number, target: number): number[][] {
  const scale = size / target
  const reach = Math.max(scale, 1)
  return Array.from({ length: target }, (_, i) => {
    const center = (i + 0.5) * scale
    const weights = Array.from({ length: size }, (_unused, j) =>
      Math.max(0, 1 - Math.abs(j + 0.5 - center) / reach),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return weights.map((weight) => weight / sum)
  })
}
// end solution
