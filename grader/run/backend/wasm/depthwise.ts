import { dilations, numbers } from './attributes.ts'
import type { Geometry } from './geometry.ts'
import { convolution, quadruple } from './geometry.ts'
import type { Call, Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import type { Operations } from './operations.ts'
import { spread } from './spread.ts'
import type { Shape, TensorInfo } from './tensorflow.ts'

/**
 * Gradient of a depthwise convolution with respect to its filter [fh, fw, channels, multiplier]. The
 * terms of each element are summed in double precision, in the order of images, rows and columns.
 */
export const depthwiseBackpropFilter: Kernel = {
  name: 'DepthwiseConv2dNativeBackpropFilter',
  run(call) {
    const { inputs, attributes, operations } = call
    const x = input(inputs, 'x')
    const dy = input(inputs, 'dy')
    const shape = quadruple(numbers(attributes, 'filterShape'))
    const geometry = depthwise(call, x.shape, shape, dy.shape)
    const result = operations.uninitialised(shape)
    const sums = new Float64Array(shape[0] * shape[1] * shape[2] * shape[3])
    addProducts(sums, operations.floats(x), operations.floats(dy), geometry, shape[3])
    operations.floats(result).set(sums)
    return result
  },
}

/**
 * Gradient of a depthwise convolution with respect to its input: for each of the `multiplier` outputs
 * of a channel, the depthwise convolution of the spread gradient with the filter turned by 180 degrees.
 */
export const depthwiseBackpropInput: Kernel = {
  name: 'DepthwiseConv2dNativeBackpropInput',
  run(call) {
    const { inputs, attributes, operations } = call
    const dy = input(inputs, 'dy')
    const filter = input(inputs, 'filter')
    const [, , channels, multiplier] = quadruple(filter.shape)
    const geometry = depthwise(call, numbers(attributes, 'inputShape'), filter.shape, dy.shape)
    const { dilation } = geometry
    const parts = Array.from({ length: multiplier }, (_, first) =>
      operations.call(
        'DepthwiseConv2dNative',
        {
          x: spread(operations, dy, geometry, { first, step: multiplier, count: channels }),
          filter: turn(operations, filter, first),
        },
        { strides: [1, 1], pad: 'valid', dilations: [dilation.height, dilation.width] },
      ),
    )
    return parts.reduce((a, b) => operations.call('Add', { a, b }))
  },
}

function depthwise(call: Call, inputShape: Shape, filter: Shape, output: Shape): Geometry {
  return convolution(call, {
    input: inputShape,
    filter,
    output,
    dilations: dilations(call.attributes),
  })
}

/** Adds x [n, h, w, c] times dy [n, rows, columns, c * multiplier] to the filter elements that joined them. */
function addProducts(
  sums: Float64Array,
  x: Float32Array,
  dy: Float32Array,
  geometry: Geometry,
  multiplier: number,
): void {
  const { batch, channels, input: size, output, filter, stride, dilation, before } = geometry
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row < output.height; row++) {
      for (let column = 0; column < output.width; column++) {
        const dyStart =
          ((image * output.height + row) * output.width + column) * channels * multiplier
        for (let filterRow = 0; filterRow < filter.height; filterRow++) {
          const xRow = row * stride.height - before.height + filterRow * dilation.height
          if (xRow < 0 || xRow >= size.height) continue
          for (let filterColumn = 0; filterColumn < filter.width; filterColumn++) {
            const xColumn = column * stride.width - before.width + filterColumn * dilation.width
            if (xColumn < 0 || xColumn >= size.width) continue
            const xStart = ((image * size.height + xRow) * size.width + xColumn) * channels
            let target = (filterRow * filter.width + filterColumn) * channels * multiplier
            let source = dyStart
            for (let channel = 0; channel < channels; channel++) {
              const value = x[xStart + channel] ?? 0
              for (let part = 0; part < multiplier; part++) {
                sums[target] = (sums[target] ?? 0) + value * (dy[source++] ?? 0)
                target++
              }
            }
          }
        }
      }
    }
  }
}

/** Filter number `which` of every channel, turned by 180 degrees: [fh, fw, channels, 1]. */
function turn(operations: Operations, filter: TensorInfo, which: number): TensorInfo {
  const [height, width, channels, multiplier] = quadruple(filter.shape)
  const result = operations.uninitialised([height, width, channels, 1])
  const from = operations.floats(filter)
  const to = operations.floats(result)
  const last = height * width - 1
  for (let position = 0; position <= last; position++) {
    for (let channel = 0; channel < channels; channel++) {
      to[(last - position) * channels + channel] =
        from[(position * channels + channel) * multiplier + which] ?? 0
    }
  }
  return result
}
