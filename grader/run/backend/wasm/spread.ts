import type { Geometry } from './geometry.ts'
import type { Operations } from './operations.ts'
import type { TensorInfo } from './tensorflow.ts'

/** Every `step`-th channel from `first`: all of them, or one channel of each depthwise group. */
export interface Channels {
  readonly first: number
  readonly step: number
  readonly count: number
}

/**
 * Lays the gradient dy [batch, rows, columns, *] out so that a valid convolution of stride 1 with the
 * turned filter gives the gradient of the input: `stride - 1` zeros between its elements, and a border
 * that makes the output as large as the input. A negative border (more padding than the filter spans)
 * drops elements that only ever met padding.
 */
export function spread(
  operations: Operations,
  dy: TensorInfo,
  geometry: Geometry,
  channels: Channels,
): TensorInfo {
  const { batch, input, output, span, stride, before } = geometry
  const height = input.height + span.height - 1
  const width = input.width + span.width - 1
  const result = operations.zeros([batch, height, width, channels.count])
  const from = operations.floats(dy)
  const to = operations.floats(result)
  const pixel = channels.count * channels.step
  const firstRow = span.height - 1 - before.height
  const firstColumn = span.width - 1 - before.width
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row < output.height; row++) {
      const toRow = firstRow + row * stride.height
      if (toRow < 0 || toRow >= height) continue
      for (let column = 0; column < output.width; column++) {
        const toColumn = firstColumn + column * stride.width
        if (toColumn < 0 || toColumn >= width) continue
        let source = ((image * output.height + row) * output.width + column) * pixel
        source += channels.first
        let target = ((image * height + toRow) * width + toColumn) * channels.count
        for (let channel = 0; channel < channels.count; channel++) {
          to[target++] = from[source] ?? 0
          source += channels.step
        }
      }
    }
  }
  return result
}
