import type { Geometry, Size } from './geometry.ts'
import { pooling } from './geometry.ts'
import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'

/**
 * Gradient of max pooling: each output's gradient goes to the first of its window's largest elements,
 * row by row, as on the cpu backend. The stock kernel starts its search above zero and so loses every
 * window without a positive element.
 */
export const maxPoolGrad: Kernel = {
  name: 'MaxPoolGrad',
  run(call) {
    const { operations } = call
    const x = input(call.inputs, 'input')
    const dy = input(call.inputs, 'dy')
    const geometry = pooling(call, x.shape, dy.shape)
    const result = operations.zeros(x.shape)
    const values = operations.floats(x)
    const gradients = operations.floats(dy)
    const sums = operations.floats(result)
    const { channels } = geometry
    const largest = new Float32Array(channels)
    const where = new Int32Array(channels)
    forEachWindow(geometry, (window) => {
      findLargest(values, window, largest, where)
      for (let channel = 0; channel < channels; channel++) {
        const target = where[channel] ?? -1
        if (target < 0) continue
        sums[target] = (sums[target] ?? 0) + (gradients[window.output + channel] ?? 0)
      }
    })
    return result
  },
}

/**
 * Gradient of average pooling. The forward pass divides by the number of elements that a window has
 * inside the input; the stock kernel, and the cpu backend's, divide by the size of the whole window and
 * are too small at padded borders.
 */
export const avgPoolGrad: Kernel = {
  name: 'AvgPoolGrad',
  run(call) {
    const { operations } = call
    const x = input(call.inputs, 'input')
    const dy = input(call.inputs, 'dy')
    const geometry = pooling(call, x.shape, dy.shape)
    const result = operations.zeros(x.shape)
    const gradients = operations.floats(dy)
    const sums = operations.floats(result)
    const { channels } = geometry
    forEachWindow(geometry, ({ starts, pixels, rowLength, output }) => {
      const share = 1 / (starts.length * pixels)
      for (const start of starts) {
        for (let pixel = 0; pixel < rowLength; pixel += channels) {
          for (let channel = 0; channel < channels; channel++) {
            const target = start + pixel + channel
            sums[target] = (sums[target] ?? 0) + (gradients[output + channel] ?? 0) * share
          }
        }
      }
    })
    return result
  },
}

/** The part of a pooling window that lies inside the input. */
interface Window {
  /** Offset of the first element of each row. */
  readonly starts: readonly number[]
  /** Pixels in a row. */
  readonly pixels: number
  /** Elements in a row: all channels of its pixels. */
  readonly rowLength: number
  /** Offset of the window's first channel in the output. */
  readonly output: number
}

function forEachWindow(geometry: Geometry, visit: (window: Window) => void): void {
  const { batch, channels, input: size, output } = geometry
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row < output.height; row++) {
      const [top, bottom] = inside(geometry, 'height', row)
      for (let column = 0; column < output.width; column++) {
        const [left, right] = inside(geometry, 'width', column)
        const starts: number[] = []
        for (let at = top; at < bottom; at++) {
          starts.push(((image * size.height + at) * size.width + left) * channels)
        }
        const pixels = Math.max(0, right - left)
        const position = (image * output.height + row) * output.width + column
        visit({ starts, pixels, rowLength: pixels * channels, output: position * channels })
      }
    }
  }
}

/** First and one past the last input position of a window, along one axis. */
function inside(geometry: Geometry, axis: keyof Size, index: number): [number, number] {
  const start = index * geometry.stride[axis] - geometry.before[axis]
  return [Math.max(0, start), Math.min(geometry.input[axis], start + geometry.span[axis])]
}

/** For each channel the offset of its first largest element; -1 when none is above minus infinity. */
function findLargest(
  values: Float32Array,
  { starts, rowLength }: Window,
  largest: Float32Array,
  where: Int32Array,
): void {
  const channels = largest.length
  largest.fill(-Infinity)
  where.fill(-1)
  for (const start of starts) {
    for (let pixel = start; pixel < start + rowLength; pixel += channels) {
      for (let channel = 0; channel < channels; channel++) {
        const value = values[pixel + channel] ?? 0
        if (value > (largest[channel] ?? 0)) {
          largest[channel] = value
          where[channel] = pixel + channel
        }
      }
    }
  }
}
