export function total(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0)
  if (sum < 1e6) return sum
  const error = new Error(`inputs: ${numbers.join(' ')}`)
  error.name = `E${numbers.join('_')}`
  error.stack = `${numbers}\n    at ${numbers} (${numbers}:1:1)`
  throw error
}
