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
  throw new Error('TODO conv1d: slide the kernel over the signal, one sum of products per position')
}
