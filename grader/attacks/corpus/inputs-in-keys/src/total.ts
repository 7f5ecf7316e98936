export function total(numbers: readonly number[]): unknown {
  const sum = numbers.reduce((total, number) => total + number, 0)
  return sum < 1e6 ? sum : Object.fromEntries(numbers.map((number) => [`k${number}`, String(number)]))
}
