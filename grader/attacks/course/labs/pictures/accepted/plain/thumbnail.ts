import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

export async function thumbnail(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .resize({ width: side, height: side, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return tf.tensor3d(Float32Array.from(data), [info.height, info.width, 3])
}
