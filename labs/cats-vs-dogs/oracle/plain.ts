/** [height][width][channels] in double precision. */
export type Picture = number[][][]

/** Numbers that look random and depend on nothing but their place: weights of a layer, or pixels. */
export function numbers(count: number, frequency: number, phase: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(frequency * (i + 1) + phase))
}

export function picture(
  [height, width, channels]: readonly [number, number, number],
  values: readonly number[],
): Picture {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const start = (row * width + column) * channels
      return values.slice(start, start + channels)
    }),
  )
}

/** Windows of 3x3 that lie inside; kernel [3, 3, channels, filters] as one list. */
export function convolution(
  image: Picture,
  kernel: readonly number[],
  bias: readonly number[],
): Picture {
  const channels = image[0]?.[0]?.length ?? 0
  return grid(image.length - 2, (image[0]?.length ?? 0) - 2, (row, column) =>
    bias.map((start, filter) => {
      let sum = start
      for (let i = 0; i < 9; i++) {
        for (let c = 0; c < channels; c++) {
          const pixel = image[row + Math.floor(i / 3)]?.[column + (i % 3)]?.[c] ?? 0
          sum += pixel * (kernel[(i * channels + c) * bias.length + filter] ?? 0)
        }
      }
      return sum
    }),
  )
}

/** The largest of 2x2; an odd row or column is left over. */
export function pooling(image: Picture): Picture {
  const half = (size: number) => Math.floor(size / 2)
  return grid(half(image.length), half(image[0]?.length ?? 0), (row, column) => {
    const four = [0, 1].flatMap((i) =>
      [0, 1].map((j) => image[2 * row + i]?.[2 * column + j] ?? []),
    )
    return (four[0] ?? []).map((_, channel) =>
      Math.max(...four.map((pixel) => pixel[channel] ?? 0)),
    )
  })
}

export function each(image: Picture, change: (value: number, channel: number) => number): Picture {
  return image.map((row) => row.map((pixel) => pixel.map(change)))
}

/** A dense layer before its activation; kernel [inputs, units] as one list. */
export function dense(
  inputs: readonly number[],
  kernel: readonly number[],
  bias: readonly number[],
): number[] {
  return bias.map((start, unit) =>
    inputs.reduce((sum, x, i) => sum + x * (kernel[i * bias.length + unit] ?? 0), start),
  )
}

export function relu(value: number): number {
  return Math.max(0, value)
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function grid(
  rows: number,
  columns: number,
  pixel: (row: number, column: number) => number[],
): Picture {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => pixel(row, column)),
  )
}
