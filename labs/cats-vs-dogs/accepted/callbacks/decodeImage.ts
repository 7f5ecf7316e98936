import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

const WHITE = { r: 255, g: 255, b: 255 }

/** The size first, the background afterwards. */
export async function decodeImage(bytes: Uint8Array, side: number): Promise<tf.Tensor3D> {
  const { data, info } = await sharp(bytes, { autoOrient: true, failOn: 'error' })
    .resize(side, side, { fit: 'fill', kernel: 'mitchell' })
    .flatten({ background: WHITE })
    .toColorspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const bytesAsNumbers = tf.tensor(new Int32Array(data), [info.height, info.width, info.channels])
  const picture = bytesAsNumbers.toFloat().mul(1 / 255)
  bytesAsNumbers.dispose()
  return picture.as3D(side, side, 3)
}

/** A generator of what can be decoded. */
async function* decoded<F extends { bytes: Uint8Array }>(files: readonly F[], side: number) {
  for (const file of files) {
    const picture = await decodeImage(file.bytes, side).catch(() => null)
    yield { file, picture }
  }
}

export async function loadImages(
  files: readonly { name: string; bytes: Uint8Array; label: number }[],
  side: number,
) {
  const [labels, skipped, values]: [number[], string[], Float32Array[]] = [[], [], []]
  for await (const { file, picture } of decoded(files, side)) {
    if (picture === null) {
      skipped.push(file.name)
      continue
    }
    labels.push(file.label)
    values.push(Float32Array.from(await picture.data()))
    picture.dispose()
  }
  const all = new Float32Array(values.length * side * side * 3)
  values.forEach((each, i) => {
    all.set(each, i * each.length)
  })
  return { images: tf.tensor4d(all, [values.length, side, side, 3]), labels, skipped }
}
