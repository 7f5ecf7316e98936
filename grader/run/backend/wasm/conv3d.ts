import { numbers, padding, triple } from './attributes.ts'
import type { Call, Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import type { Shape } from './tensorflow.ts'

/**
 * Gradient of a three-dimensional convolution with respect to its filter
 * [depth, height, width, channels, filters]. The stock kernel leaves out the last outputs of a strided
 * convolution. Plain loops: right, not fast.
 */
export const conv3DBackpropFilter: Kernel = {
  name: 'Conv3DBackpropFilterV2',
  run(call) {
    const { inputs, attributes, operations } = call
    const x = input(inputs, 'x')
    const dy = input(inputs, 'dy')
    const filter = numbers(attributes, 'filterShape')
    const result = operations.uninitialised(filter)
    const [channels, filters] = lastTwo(filter)
    const values = operations.floats(x)
    const gradients = operations.floats(dy)
    const sums = new Float64Array(operations.floats(result).length)
    forEachMeeting(call, { input: x.shape, filter, output: dy.shape }, (at) => {
      for (let channel = 0; channel < channels; channel++) {
        const value = values[at.input * channels + channel] ?? 0
        for (let which = 0; which < filters; which++) {
          const target = (at.filter * channels + channel) * filters + which
          const gradient = gradients[at.output * filters + which] ?? 0
          sums[target] = (sums[target] ?? 0) + value * gradient
        }
      }
    })
    operations.floats(result).set(sums)
    return result
  },
}

/** Gradient of a three-dimensional convolution with respect to its input, which the stock kernel cuts short. */
export const conv3DBackpropInput: Kernel = {
  name: 'Conv3DBackpropInputV2',
  run(call) {
    const { inputs, attributes, operations } = call
    const filter = input(inputs, 'filter')
    const dy = input(inputs, 'dy')
    const inputShape = numbers(attributes, 'inputShape')
    const result = operations.uninitialised(inputShape)
    const [channels, filters] = lastTwo(filter.shape)
    const weights = operations.floats(filter)
    const gradients = operations.floats(dy)
    const sums = new Float64Array(operations.floats(result).length)
    forEachMeeting(call, { input: inputShape, filter: filter.shape, output: dy.shape }, (at) => {
      for (let channel = 0; channel < channels; channel++) {
        const weight = (at.filter * channels + channel) * filters
        let sum = 0
        for (let which = 0; which < filters; which++) {
          sum += (weights[weight + which] ?? 0) * (gradients[at.output * filters + which] ?? 0)
        }
        const target = at.input * channels + channel
        sums[target] = (sums[target] ?? 0) + sum
      }
    })
    operations.floats(result).set(sums)
    return result
  },
}

/** Positions (depth, row, column; counted without channels) of an output, a filter element and the input they join. */
interface Meeting {
  readonly output: number
  readonly filter: number
  readonly input: number
}

interface Shapes {
  readonly input: Shape
  readonly filter: Shape
  readonly output: Shape
}

/** Visits every meeting inside the input, in the order of outputs, then filter elements. */
function forEachMeeting(
  { attributes, shapes }: Call,
  { input, filter, output }: Shapes,
  visit: (meeting: Meeting) => void,
): void {
  const strides = triple(attributes, 'strides')
  const pad = padding(attributes)
  if (typeof pad === 'object') throw new TypeError('conv3d takes no explicit padding')
  const info = shapes.computeConv3DInfo(quintuple(input), quintuple(filter), strides, 1, pad)
  const { front, top, left } = info.padInfo
  const before = [front, top, left]
  const outputs = output.slice(1, 4)
  const positions = grid([input[0] ?? 1, ...outputs])
  const taps = grid(filter.slice(0, 3))
  for (const [outputIndex, [image = 0, ...position]] of positions.entries()) {
    for (const [filterIndex, tap] of taps.entries()) {
      let at = image
      let isInside = true
      for (const [axis, offset] of tap.entries()) {
        const size = input[axis + 1] ?? 0
        const along = (position[axis] ?? 0) * (strides[axis] ?? 1) - (before[axis] ?? 0) + offset
        isInside &&= along >= 0 && along < size
        at = at * size + along
      }
      if (isInside) visit({ output: outputIndex, filter: filterIndex, input: at })
    }
  }
}

/** All index tuples of a shape, the last axis fastest. */
function grid(shape: Shape): number[][] {
  return shape.reduce<number[][]>(
    (tuples, size) =>
      tuples.flatMap((tuple) => Array.from({ length: size }, (_, index) => [...tuple, index])),
    [[]],
  )
}

function lastTwo(shape: Shape): [number, number] {
  return [shape.at(-2) ?? 0, shape.at(-1) ?? 0]
}

function quintuple(shape: Shape): [number, number, number, number, number] {
  const [a, b, c, d, e] = shape
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) {
    throw new RangeError(`expected a tensor of rank 5, got shape [${shape}]`)
  }
  return [a, b, c, d, e]
}
