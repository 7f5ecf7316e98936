/** One axis of an image, a list of pixels with their channels, brought to another length. */
export function resized(pixels: readonly (readonly number[])[], length: number): number[][] {
  const scale = pixels.length / length
  const reach = Math.max(scale, 1)
  const result: number[][] = []
  for (let i = 0; i < length; i++) {
    const middle = (i + 0.5) * scale - 0.5
    const sums = (pixels[0] ?? []).map(() => 0)
    let total = 0
    for (const [j, pixel] of pixels.entries()) {
      const weight = 1 - Math.abs(j - middle) / reach
      if (weight <= 0) continue
      total += weight
      for (const [channel, value] of pixel.entries()) {
        sums[channel] = (sums[channel] ?? 0) + weight * value
      }
    }
    result.push(sums.map((sum) => sum / total))
  }
  return result
}
