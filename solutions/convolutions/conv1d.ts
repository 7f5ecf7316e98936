/**
 * One-dimensional cross-correlation, the operation that deep learning calls "convolution":
 *
 *     output[i] = sum over t of signal[i + t] * kernel[t]
 *
 * The kernel is not flipped, there is no padding (VALID) and the stride is 1.
 *
 * @param signal n numbers.
 * @param kernel k numbers, 1 <= k <= n.
 * @returns n - k + 1 numbers. `signal` and `kernel` are left as they were.
 */
export function conv1d(signal: number[], kernel: number[]): number[] {
  // solution: slide the kernel over the signal, one sum of products per position
  const positions = signal.length - kernel.length + 1
  return Array.from({ length: positions }, (_, i) =>
    kernel.reduce((sum, weight, t) => sum + weight * (signal[i + t] ?? 0), 0),
  )
  // end solution
}
