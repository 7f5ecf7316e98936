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
  throw new Error(
    'TODO preprocess: weights of a triangle filter for each axis, two matrix products, one line for the range',
  )
}
