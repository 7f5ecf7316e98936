import { numbers, text } from './attributes.ts'
import type { Geometry } from './geometry.ts'
import { convolution, quadruple } from './geometry.ts'
import type { Call, Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import type { Operations } from './operations.ts'
import { spread } from './spread.ts'
import type { TensorInfo } from './tensorflow.ts'

/**
 * Gradient of a convolution with respect to its filter [fh, fw, channels, filters], as a convolution:
 * the input with channels as its batch, x [channels, h, w, batch], and the gradient as a filter,
 * dy [rows, columns, batch, filters], whose dilation is the stride of the forward pass.
 */
export const conv2DBackpropFilter: Kernel = {
  name: 'Conv2DBackpropFilter',
  run(call) {
    const { inputs, attributes, operations } = call
    channelsLast(call, this.name)
    const x = input(inputs, 'x')
    const dy = input(inputs, 'dy')
    const filterShape = quadruple(numbers(attributes, 'filterShape'))
    const geometry = convolution(call, {
      input: x.shape,
      filter: filterShape,
      output: dy.shape,
      dilations: [1, 1],
    })
    const [height, width, channels, filters] = filterShape
    const gradient = operations.call(
      'Conv2D',
      {
        x: operations.transpose(x, [3, 1, 2, 0]),
        filter: operations.transpose(dy, [1, 2, 0, 3]),
      },
      {
        strides: [1, 1],
        pad: filterPadding(geometry),
        dataFormat: 'NHWC',
        dilations: [geometry.stride.height, geometry.stride.width],
      },
    )
    // A stride that does not divide the input leaves rows that no filter element ever met.
    const [, rows, columns] = gradient.shape
    const met =
      rows === height && columns === width
        ? gradient
        : operations.slice(gradient, [0, 0, 0, 0], [channels, height, width, filters])
    return operations.transpose(met, [1, 2, 0, 3])
  },
}

/**
 * Gradient of a convolution with respect to its input: the convolution of the spread gradient with the
 * filter turned by 180 degrees, its channels and filters exchanged. It is the forward pass of a
 * transposed convolution too.
 */
export const conv2DBackpropInput: Kernel = {
  name: 'Conv2DBackpropInput',
  run(call) {
    const { inputs, attributes, operations } = call
    channelsLast(call, this.name)
    const dy = input(inputs, 'dy')
    const filter = input(inputs, 'filter')
    const geometry = convolution(call, {
      input: numbers(attributes, 'inputShape'),
      filter: filter.shape,
      output: dy.shape,
      dilations: [1, 1],
    })
    const turned = turn(operations, filter)
    const pad = inputPadding(geometry)
    const spaced = { first: 0, step: 1, count: dy.shape.at(-1) ?? 0 }
    return operations.call(
      'Conv2D',
      {
        x: pad === undefined ? spread(operations, dy, geometry, spaced) : dy,
        filter: turned,
      },
      { strides: [1, 1], pad: pad ?? 'valid', dataFormat: 'NHWC', dilations: [1, 1] },
    )
  },
}

/** Throws unless the data format is the one that wasm convolutions have. */
function channelsLast({ attributes }: Call, kernel: string): void {
  const format = text(attributes, 'dataFormat')
  if (format === 'NHWC') return
  throw new Error(
    `${kernel}: the wasm backend convolves in the data format NHWC only, got ${format}. ` +
      'Transpose the input to [batch, height, width, channels].',
  )
}

/** Padding of the forward pass, with as much after the input as makes the result no smaller than the filter. */
function filterPadding({ input, output, filter, stride, before }: Geometry): number[][] {
  const after = (axis: 'height' | 'width') =>
    Math.max(
      0,
      filter[axis] - 1 + (output[axis] - 1) * stride[axis] + 1 - input[axis] - before[axis],
    )
  return [
    [0, 0],
    [before.height, after('height')],
    [before.width, after('width')],
    [0, 0],
  ]
}

/** The border that `spread` would make, when it makes nothing else: the convolution pads faster. */
function inputPadding({ input, output, span, stride, before }: Geometry): number[][] | undefined {
  if (stride.height > 1 || stride.width > 1) return undefined
  const border = (axis: 'height' | 'width') => {
    const first = span[axis] - 1 - before[axis]
    return [first, input[axis] + span[axis] - 1 - output[axis] - first]
  }
  const rows = border('height')
  const columns = border('width')
  return [...rows, ...columns].some((size) => size < 0)
    ? undefined
    : [[0, 0], rows, columns, [0, 0]]
}

/** filter [fh, fw, channels, filters] turned by 180 degrees: [fh, fw, filters, channels]. */
function turn(operations: Operations, filter: TensorInfo): TensorInfo {
  const [height, width, channels, filters] = quadruple(filter.shape)
  const x = operations.reshape(filter, [height * width, channels, filters])
  const reversed = operations.call('Reverse', { x }, { dims: [0] })
  const exchanged = operations.transpose(reversed, [0, 2, 1])
  return operations.reshape(exchanged, [height, width, filters, channels])
}
