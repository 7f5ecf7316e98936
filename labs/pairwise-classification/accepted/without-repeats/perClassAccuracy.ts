interface Pair {
  a: number
  b: number
  actual: number
  predicted: number
}

export async function perClassAccuracy(pairs: Pair[]) {
  const labels = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((p, q) => q - p)
  const entries = labels.map((label) => {
    const rows = pairs.filter((pair) => pair.a === label || pair.b === label)
    // Of two answers, 0 or 1, the wrong ones are those that differ by 1.
    const wrong = rows.reduce((sum, { actual, predicted }) => sum + (actual - predicted) ** 2, 0)
    return [label, 1 - wrong / rows.length] as const
  })
  return Object.fromEntries(entries)
}
