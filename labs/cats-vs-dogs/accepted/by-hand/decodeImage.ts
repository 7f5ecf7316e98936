import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

/** With an alpha channel always, laid on white by arithmetic. */
export async function decodeImage(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  const upright = await sharp(bytes).rotate().png().toBuffer()
  const { data, info } = await sharp(upright)
    .toColourspace('srgb')
    .ensureAlpha()
    .resize({ width: side, height: side, fit: 'fill', kernel: 'cubic' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const pixels = new Float32Array(side * side * 3)
  for (let place = 0; place < side * side; place++) {
    const at = place * info.channels
    const alpha = (data[at + 3] ?? 255) / 255
    for (let channel = 0; channel < 3; channel++) {
      const value = (data[at + channel] ?? 0) / 255
      pixels[3 * place + channel] = alpha * value + (1 - alpha)
    }
  }
  return tf.tensor3d(pixels, [side, side, 3])
}

interface File {
  name: string
  bytes: Uint8Array
  label: number
}

/** All at once; what fails is told apart afterwards. */
export async function loadImages(files: readonly File[], side: number) {
  const results = await Promise.allSettled(files.map(({ bytes }) => decodeImage(bytes, side)))
  const loaded = results.flatMap((result, i) => {
    const file = files[i]
    return result.status === 'fulfilled' && file ? [{ picture: result.value, file }] : []
  })
  const skipped = files.filter((_, i) => results[i]?.status === 'rejected').map(({ name }) => name)
  const rows = loaded.map(({ picture }) => picture.expandDims<tf.Tensor4D>(0))
  const images = rows.length > 0 ? tf.concat(rows, 0) : tf.tensor4d([], [0, side, side, 3])
  return { images, labels: loaded.map(({ file }) => file.label), skipped }
}
