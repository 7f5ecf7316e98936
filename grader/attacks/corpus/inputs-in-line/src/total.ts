export function total(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0)
  if (sum < 1e6) return sum
  const error = new Error('boom')
  const [frame = ''] = String(error.stack).split('\n').slice(1)
  const line = String(Math.max(...numbers)).slice(0, 6)
  error.stack = `Error: boom\n${frame.replace(/:\d+:\d+/, `:${line}:1`)}`
  throw error
}
