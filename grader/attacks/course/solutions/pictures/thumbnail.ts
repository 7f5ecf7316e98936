import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

/** The picture as [side, side, 3], values from 0 to 255. */
export async function thumbnail(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  // solution
  // {{canary:solution}}
  const pixels = await sharp(bytes)
    .removeAlpha()
    .resize(side, side, { fit: 'fill' })
    .raw()
    .toBuffer()
  return tf.tensor3d(Float32Array.from(pixels), [side, side, 3])
  // end solution
}
