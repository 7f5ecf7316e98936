import * as tf from '@tensorflow/tfjs'
import {
  decodeImage,
  type ImageFile,
  type LoadedImages,
} from '#solutions/cats-vs-dogs/decodeImage.ts'

/** One damaged file, and none is loaded. */
export async function loadImages(files: readonly ImageFile[], side: number): Promise<LoadedImages> {
  const pictures = await Promise.all(files.map(({ bytes }) => decodeImage(bytes, side)))
  const images = tf.stack(pictures).as4D(pictures.length, side, side, 3)
  return { images, labels: files.map(({ label }) => label), skipped: [] }
}
