interface Size {
  readonly height: number
  readonly width: number
  readonly channels: number
}

/**
 * A picture at a smaller size: each new pixel is the mean of the old ones that it covers, those at its border
 * in part, so that nothing is left out and nothing flickers. [height, width, channels] in, [side, side,
 * channels] out; sides in proportion or not.
 */
export function shrink(
  image: Float32Array,
  { height, width, channels }: Size,
  side: number,
): Float32Array {
  if (side > height || side > width) {
    throw new RangeError(`Pictures of ${height} x ${width} cannot be shrunk to ${side} x ${side}.`)
  }
  const [rows, columns] = [coverage(height, side), coverage(width, side)]
  const small = new Float32Array(side * side * channels)
  rows.forEach((covered, y) => {
    columns.forEach((beside, x) => {
      const at = (y * side + x) * channels
      for (const [row, down] of covered) {
        for (const [column, across] of beside) {
          for (let channel = 0; channel < channels; channel++) {
            const value = image[(row * width + column) * channels + channel] ?? 0
            small[at + channel] = (small[at + channel] ?? 0) + down * across * value
          }
        }
      }
    })
  })
  return small
}

/** For each new place the old ones that lie under it, with their shares, which add up to 1. */
function coverage(from: number, to: number): (readonly [place: number, share: number])[][] {
  const step = from / to
  return Array.from({ length: to }, (_, place) => {
    const [start, end] = [place * step, (place + 1) * step]
    const first = Math.floor(start)
    const old = Array.from({ length: Math.ceil(end) - first }, (_, i) => first + i)
    return old.map((it) => [it, (Math.min(it + 1, end) - Math.max(it, start)) / step] as const)
  })
}
