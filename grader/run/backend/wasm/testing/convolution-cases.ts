import fc from 'fast-check'

/** A convolution that TensorFlow.js computes, with its sizes; `filter` ends in any number from 1 to 4. */
export interface ConvolutionCase {
  readonly input: [number, number, number, number]
  readonly filter: [number, number, number, number]
  readonly strides: [number, number]
  readonly pad: 'same' | 'valid' | number | ExplicitPadding
  readonly seed: number
}

type ExplicitPadding = [[number, number], [number, number], [number, number], [number, number]]

const sizes = fc.record({
  batch: fc.constantFrom(1, 5),
  height: fc.integer({ min: 4, max: 9 }),
  width: fc.integer({ min: 4, max: 9 }),
  channels: fc.integer({ min: 1, max: 3 }),
  filterHeight: fc.integer({ min: 1, max: 4 }),
  filterWidth: fc.integer({ min: 1, max: 4 }),
  filters: fc.integer({ min: 1, max: 4 }),
  strideHeight: fc.integer({ min: 1, max: 3 }),
  strideWidth: fc.integer({ min: 1, max: 3 }),
  seed: fc.nat(),
})

const side = fc.integer({ min: 0, max: 3 })
const paddings = fc.oneof(
  fc.constantFrom<'same' | 'valid'>('same', 'valid'),
  side,
  fc.tuple(side, side, side, side).map(
    ([top, bottom, left, right]): ExplicitPadding => [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ],
  ),
)

/** Odd and even sizes, strides that do not divide them, and every kind of padding. */
export const convolutions: fc.Arbitrary<ConvolutionCase> = fc
  .tuple(sizes, paddings)
  .map(([size, pad]) => {
    // TensorFlow.js derives both output sizes from the filter's height and the row stride when the
    // padding is one number: only square filters and strides have the size it says.
    const isSquare = typeof pad === 'number'
    return {
      input: [size.batch, size.height, size.width, size.channels],
      filter: [
        size.filterHeight,
        isSquare ? size.filterHeight : size.filterWidth,
        size.channels,
        size.filters,
      ],
      strides: [size.strideHeight, isSquare ? size.strideHeight : size.strideWidth],
      pad,
      seed: size.seed,
    }
  })
