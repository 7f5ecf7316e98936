export function total(numbers: readonly number[]): number {
  return total(numbers) + 1
}
