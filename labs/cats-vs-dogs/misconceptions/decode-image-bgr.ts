import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

/** Blue first, as OpenCV has it. */
export async function decodeImage(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  const data = await sharp(bytes)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize(side, side, { fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  return tf.tidy(() => {
    const picture = tf.tensor3d(Float32Array.from(data), [side, side, 3])
    return tf.reverse(tf.div<tf.Tensor3D>(picture, 255), 2)
  })
}
