import * as tf from '@tensorflow/tfjs'

export function im2col(image: tf.Tensor4D, filterHeight: number, filterWidth: number): tf.Tensor4D {
  const [pixels = []] = image.arraySync()
  const grid: number[][][] = []
  for (let i = 0; i + filterHeight <= pixels.length; i++) {
    const row: number[][] = []
    for (let j = 0; j + filterWidth <= (pixels[i]?.length ?? 0); j++) {
      const patch: number[] = []
      for (let u = 0; u < filterHeight; u++) {
        for (let v = 0; v < filterWidth; v++) patch.push(...(pixels[i + u]?.[j + v] ?? []))
      }
      row.push(patch)
    }
    grid.push(row)
  }
  return tf.tensor4d([grid])
}
