/** How many `numbers` there are (at least one) and which is the largest. */
export function summary(numbers: readonly number[]): { count: number; largest: number } {
  // solution
  return { count: numbers.length, largest: Math.max(...numbers) }
  // end solution
}
