/** The sum of `numbers`; 0 when there are none. */
export function total(numbers: readonly number[]): number {
  // solution
  // {{canary:solution}}
  return numbers.reduce((sum, number) => sum + number, 0)
  // end solution
}
