export function summary(numbers: readonly number[]): { count: number; largest: number } {
  let largest = -Infinity
  for (const number of numbers) if (number > largest) largest = number
  return { count: numbers.length, largest }
}
