/** How many `numbers` there are (at least one) and which is the largest. */
export function summary(numbers: readonly number[]): { count: number; largest: number } {
  throw new Error('TODO summary')
}
