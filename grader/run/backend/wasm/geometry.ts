import { padding, pair, rounding } from './attributes.ts'
import type { Call } from './kernel.ts'
import type { Shape } from './tensorflow.ts'

/** Sizes of a two-dimensional convolution or pooling, in elements. */
export interface Geometry {
  readonly batch: number
  readonly channels: number
  readonly input: Size
  readonly output: Size
  readonly filter: Size
  readonly stride: Size
  readonly dilation: Size
  /** Zeros before the first row and the first column. */
  readonly before: Size
  /** Zeros after the last row and the last column. */
  readonly after: Size
  /** The rows and columns that a filter spans with its holes. */
  readonly span: Size
}

export interface Size {
  readonly height: number
  readonly width: number
}

/**
 * Geometry of the convolution whose input is [batch, height, width, channels]. Its gradients give the
 * shape of the output: what TensorFlow.js recomputes for them lacks the rounding mode.
 */
export function convolution(
  { attributes, shapes }: Call,
  {
    input,
    filter,
    output,
    dilations,
  }: {
    readonly input: Shape
    readonly filter: Shape
    readonly output?: Shape
    readonly dilations: [number, number]
  },
): Geometry {
  const info = shapes.computeConv2DInfo(
    quadruple(input),
    quadruple(filter),
    pair(attributes, 'strides'),
    dilations,
    padding(attributes),
    rounding(attributes),
  )
  return geometryOf(info, output)
}

/** Geometry of a pooling over windows of `attributes.filterSize`. */
export function pooling({ attributes, shapes }: Call, input: Shape, output?: Shape): Geometry {
  const info = shapes.computePool2DInfo(
    quadruple(input),
    pair(attributes, 'filterSize'),
    pair(attributes, 'strides'),
    1,
    padding(attributes),
    rounding(attributes),
  )
  return geometryOf(info, output)
}

function geometryOf(
  info: ReturnType<Call['shapes']['computeConv2DInfo']>,
  output: Shape = info.outShape,
): Geometry {
  const [, height, width] = quadruple(output)
  return {
    batch: info.batchSize,
    channels: info.inChannels,
    input: { height: info.inHeight, width: info.inWidth },
    output: { height, width },
    filter: { height: info.filterHeight, width: info.filterWidth },
    stride: { height: info.strideHeight, width: info.strideWidth },
    dilation: { height: info.dilationHeight, width: info.dilationWidth },
    before: { height: info.padInfo.top, width: info.padInfo.left },
    after: { height: info.padInfo.bottom, width: info.padInfo.right },
    span: { height: info.effectiveFilterHeight, width: info.effectiveFilterWidth },
  }
}

/** `shape` as the four sizes it must have. */
export function quadruple(shape: Shape): [number, number, number, number] {
  const [a, b, c, d] = shape
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new RangeError(`expected a tensor of rank 4, got shape [${shape}]`)
  }
  return [a, b, c, d]
}
