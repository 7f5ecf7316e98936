import * as tf from '@tensorflow/tfjs'
import type { Labelled } from './labelled.ts'

export interface Augmentation {
  flip?: boolean
  shift?: number
  rotation?: number
  zoom?: number
}

/** Everything with tensors: random numbers that follow a seed, and gathered pixels. */
export function augment(
  { images, labels }: Labelled,
  { flip = false, shift = 0, rotation = 0, zoom = 0, seed }: Augmentation & { seed: number },
) {
  const [count, height, width, channels] = images.shape
  const moved = tf.tidy(() => {
    const draw = (most: number, nth: number) =>
      tf.randomUniform([count, 1, 1], -most, most, 'float32', 10 * seed + nth)
    const angle = draw((rotation * Math.PI) / 180, 1)
    const factor = draw(zoom, 2).add(1)
    const y = grid(height).reshape([1, height, 1]).sub(draw(shift, 3).mul(height)).div(factor)
    const x = grid(width).reshape([1, 1, width]).sub(draw(shift, 4).mul(width)).div(factor)
    const sign = flip ? draw(1, 5).sign() : tf.onesLike(angle)
    const row = y
      .mul(angle.cos())
      .add(x.mul(angle.sin()))
      .add((height - 1) / 2)
    const column = x
      .mul(angle.cos())
      .sub(y.mul(angle.sin()))
      .mul(sign)
      .add((width - 1) / 2)
    const [top, left] = [row.floor(), column.floor()]
    const [below, beside] = [row.sub(top).expandDims(3), column.sub(left).expandDims(3)]
    const first = tf
      .range(0, count)
      .mul(height * width)
      .reshape([count, 1, 1])
    const flat = images.reshape([count * height * width, channels])
    const at = (i: tf.Tensor, j: tf.Tensor) => {
      const place = i
        .clipByValue(0, height - 1)
        .mul(width)
        .add(j.clipByValue(0, width - 1))
      return flat
        .gather(place.add(first).toInt().flatten())
        .reshape([count, height, width, channels])
    }
    const across = (i: tf.Tensor) =>
      at(i, left)
        .mul(tf.sub(1, beside))
        .add(at(i, left.add(1)).mul(beside))
    const mixed = across(top)
      .mul(tf.sub(1, below))
      .add(across(top.add(1)).mul(below))
    return mixed.clipByValue(0, 1).as4D(count, height, width, channels)
  })
  return { images: moved, labels: labels.slice() }
}

/** Places of pixels from the middle. */
function grid(size: number): tf.Tensor1D {
  return tf.range(0, size).sub((size - 1) / 2)
}
