import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

/** Leaves bytes from 0 to 255. */
export async function decodeImage(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  const data = await sharp(bytes)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize(side, side, { fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  return tf.tidy(() => tf.tensor3d(Float32Array.from(data), [side, side, 3]))
}
