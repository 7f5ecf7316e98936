import * as tf from '@tensorflow/tfjs'
import { resized } from './axis.ts'

/** Pixel by pixel, in plain arrays. */
export async function preprocess(
  images: tf.Tensor4D,
  format: { height: number; width: number; range: [number, number] },
): Promise<tf.Tensor4D> {
  const { height, width, range } = format
  const pictures = await images.array()
  const [low, high] = range
  const result = pictures.map((picture) => {
    const narrow = picture.map((row) => resized(row, width))
    const columns = Array.from({ length: width }, (_, j) =>
      resized(
        narrow.map((row) => row[j] ?? []),
        height,
      ),
    )
    return Array.from({ length: height }, (_, i) =>
      columns.map((column) => (column[i] ?? []).map((value) => low + ((high - low) * value) / 255)),
    )
  })
  return tf.tensor4d(result, [pictures.length, height, width, images.shape[3]])
}
