import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'
import type { Labelled } from './labelled.ts'

/** A file as it comes from a camera or the internet. */
export interface ImageFile {
  readonly name: string
  /** JPEG, PNG, WebP or GIF, or what pretends to be one. */
  readonly bytes: Uint8Array
  readonly label: number
}

export interface LoadedImages extends Labelled {
  /** Names of the files that gave no picture, in the order of the files. */
  readonly skipped: readonly string[]
}

/**
 * Decodes a picture: upright as its EXIF orientation says, transparent places white, grey, CMYK and 16 bits a
 * channel brought to red, green and blue, and both sides stretched or shrunk to `side`.
 *
 * @param bytes of one file. Not changed.
 * @param side height and width of the result in pixels.
 * @returns [side, side, 3], float32: red, green and blue from 0 (dark) to 1 (bright).
 * @throws (rejects with) an Error when the bytes are no picture, damaged or cut off.
 */
export async function decodeImage(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  // solution: one pipeline of sharp, then a tensor
  const data = await sharp(bytes)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize(side, side, { fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  return tf.tidy(() => tf.tensor3d(Float32Array.from(data), [side, side, 3]).div(255))
  // end solution
}

/**
 * Decodes all files that can be decoded. One that cannot is left out and reported by its name, and the
 * others are loaded all the same.
 *
 * @param files in any order. Not changed.
 * @returns the pictures in the order of their files, [n, side, side, 3], each with its label; and the names of
 *   the files that were left out. With no picture at all the shape is [0, side, side, 3].
 */
export async function loadImages(files: readonly ImageFile[], side: number): Promise<LoadedImages> {
  // solution: decode each file, keep its label with it
  const pictures: tf.Tensor3D[] = []
  const labels: number[] = []
  const skipped: string[] = []
  for (const { name, bytes, label } of files) {
    try {
      pictures.push(await decodeImage(bytes, side))
      labels.push(label)
    } catch {
      skipped.push(name)
    }
  }
  if (pictures.length === 0) return { images: tf.zeros([0, side, side, 3]), labels, skipped }
  const images = tf.tidy(() => tf.stack(pictures).as4D(pictures.length, side, side, 3))
  tf.dispose(pictures)
  return { images, labels, skipped }
  // end solution
}
