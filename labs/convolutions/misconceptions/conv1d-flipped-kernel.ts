import { conv1d as right } from '#solutions/convolutions/conv1d.ts'

/** The convolution of signal processing: the kernel is read backwards. */
export function conv1d(signal: number[], kernel: number[]): number[] {
  return right(signal, kernel.toReversed())
}
