export const summary = () => ({
  count: Array.from({ length: 150_000 }, (_, i) => ({ [`k${i}`]: [i, `${i}`] })),
  largest: 9,
})
