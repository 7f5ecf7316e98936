/** Takes the signal apart while sliding along it: right once, and then the signal is gone. */
export function conv1d(signal: number[], kernel: number[]): number[] {
  const output: number[] = []
  while (signal.length >= kernel.length) {
    output.push(kernel.reduce((sum, weight, t) => sum + weight * (signal[t] ?? 0), 0))
    signal.shift()
  }
  return output
}
