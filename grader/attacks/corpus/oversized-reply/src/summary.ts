export const summary = (numbers: readonly number[]) => ({
  count: numbers.length,
  largest: Math.max(...numbers),
  ['x'.repeat(6_000_000)]: undefined,
})
