export function total(numbers: readonly number[]): number {
  console.log('called with', numbers)
  console.error('called with', JSON.stringify(numbers))
  process.stdout.write(`called with ${numbers}\n`)
  return numbers.reduce((sum, number) => sum + number, 0)
}
