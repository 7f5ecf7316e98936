import * as tf from '@tensorflow/tfjs'
import { type Pooling, type PoolPadding, pool2d as right } from '#solutions/convolutions/pool2d.ts'

/** Overlapping windows, one for each position as in a convolution. */
export function pool2d(
  image: tf.Tensor4D,
  size: number,
  kind: Pooling,
  padding: PoolPadding = 'valid',
): tf.Tensor4D {
  const [, height, width, channels] = image.shape
  const around = (pixels: number) => {
    const zeros = padding === 'same' ? size - 1 : 0
    const before = Math.floor(zeros / 2)
    return { before, positions: pixels + zeros - size + 1 }
  }
  const rows = around(height)
  const columns = around(width)
  return tf.tidy(() => {
    const windows: tf.Tensor[] = []
    for (let i = -rows.before; i < rows.positions - rows.before; i++) {
      for (let j = -columns.before; j < columns.positions - columns.before; j++) {
        const top = Math.max(i, 0)
        const left = Math.max(j, 0)
        const bottom = Math.min(i + size, height)
        const end = Math.min(j + size, width)
        const inside = image.slice([0, top, left, 0], [1, bottom - top, end - left, channels])
        const square = Math.max(bottom - top, end - left)
        windows.push(right(inside, square, kind, 'same').reshape([channels]))
      }
    }
    return tf.stack(windows).reshape([1, rows.positions, columns.positions, channels])
  })
}
