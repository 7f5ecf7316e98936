export function conv1d(signal: number[], kernel: number[]): number[] {
  const output: number[] = []
  for (let i = 0; i + kernel.length <= signal.length; i++) {
    let sum = 0
    for (let t = 0; t < kernel.length; t++) sum += (signal[i + t] ?? 0) * (kernel[t] ?? 0)
    output.push(sum)
  }
  return output
}
