import { Axis } from './axis.js'

export const conv1d = async (signal: number[], kernel: number[]): Promise<number[]> => {
  const axis = Axis.valid(signal.length, kernel.length)
  return Array.from({ length: axis.outputs }, (_, i) => {
    const products = [...axis.reads(i, kernel.length)].map(
      ([tap, at]) => (kernel[tap] ?? 0) * (signal[at] ?? 0),
    )
    return products.reduce((a, b) => a + b, 0)
  })
}
