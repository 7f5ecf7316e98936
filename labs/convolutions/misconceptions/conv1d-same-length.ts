import { conv1d as right } from '#solutions/convolutions/conv1d.ts'

/** As many outputs as inputs: zeros continue the signal at both ends. */
export function conv1d(signal: number[], kernel: number[]): number[] {
  const zeros = kernel.length - 1
  const before = Array<number>(Math.floor(zeros / 2)).fill(0)
  const after = Array<number>(Math.ceil(zeros / 2)).fill(0)
  return right([...before, ...signal, ...after], kernel)
}
