import { dilations } from './attributes.ts'
import type { Geometry, Size } from './geometry.ts'
import { convolution, pooling } from './geometry.ts'
import type { Call, Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import type { TensorInfo } from './tensorflow.ts'

/**
 * Convolutions and poolings whose output is what TensorFlow.js makes room for. The C++ kernels measure
 * it again: without `dimRoundingMode`, for each axis apart, and with an unsigned padding for `same`. Where
 * the two differ they write rows of another length, past the end of the result too, or see padding alone
 * (`same` with a stride beyond the filter). Such a call becomes one with the explicit padding for which
 * both come to the same size.
 */
export const forward: readonly Kernel[] = [
  ...['Conv2D', 'FusedConv2D', 'DepthwiseConv2dNative', 'FusedDepthwiseConv2D'].map((name) =>
    resized(name, (call) => {
      return convolution(call, {
        input: input(call.inputs, 'x').shape,
        filter: input(call.inputs, 'filter').shape,
        dilations: dilations(call.attributes),
      })
    }),
  ),
  ...['MaxPool', 'AvgPool'].map((name) =>
    resized(name, (call) => pooling(call, input(call.inputs, 'x').shape)),
  ),
]

function resized(name: string, measure: (call: Call) => Geometry): Kernel {
  return {
    name,
    run(call) {
      const { inputs, attributes, operations } = call
      const { dataFormat, pad } = attributes
      // Of other data formats the stock kernel says that it has none.
      if (dataFormat === 'NCHW') return operations.call(name, inputs, attributes)
      const geometry = measure(call)
      const excess = { height: excessOf(geometry, 'height'), width: excessOf(geometry, 'width') }
      const measuresAlike =
        pad === 'same'
          ? reaches(geometry, 'height') && reaches(geometry, 'width')
          : excess.height === 0 && excess.width === 0
      if (measuresAlike) return operations.call(name, inputs, attributes)
      const x = cropped(call, geometry, excess)
      const { dimRoundingMode: _, ...rest } = attributes
      return operations.call(name, { ...inputs, x }, { ...rest, pad: padding(geometry, excess) })
    },
  }
}

/** Whether the windows reach the end of the input: the padding that `same` needs is not negative. */
function reaches({ input: size, output, stride, span }: Geometry, axis: keyof Size): boolean {
  return (output[axis] - 1) * stride[axis] + span[axis] >= size[axis]
}

/** By how many elements the padding after the input is too long for the output that is wanted. */
function excessOf(geometry: Geometry, axis: keyof Size): number {
  const { input: size, before, after, span, stride, output } = geometry
  const padded = before[axis] + size[axis] + after[axis]
  const counted = Math.floor((padded - span[axis]) / stride[axis]) + 1
  return (counted - output[axis]) * stride[axis]
}

function padding({ before, after }: Geometry, excess: Size): number[][] {
  return [
    [0, 0],
    [before.height, Math.max(0, after.height - excess.height)],
    [before.width, Math.max(0, after.width - excess.width)],
    [0, 0],
  ]
}

/** The input without the last rows and columns that no output takes in. */
function cropped({ inputs, operations }: Call, geometry: Geometry, excess: Size): TensorInfo {
  const x = input(inputs, 'x')
  const { batch, channels, input: size, after } = geometry
  const height = size.height - Math.max(0, excess.height - after.height)
  const width = size.width - Math.max(0, excess.width - after.width)
  if (height === size.height && width === size.width) return x
  return operations.slice(x, [0, 0, 0, 0], [batch, height, width, channels])
}
