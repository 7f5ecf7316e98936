/**
 * Sizes at and around the edges of each range: bugs live where a window just fits, just does not, or where
 * a dimension is 1. Gives all at their minimum, all at their maximum, each dimension alone at its minimum
 * and alone at its maximum, and one just past the minimum; without repetition, in a fixed order.
 * @param ranges inclusive `[min, max]` of each dimension.
 */
export function straddling<K extends string>(
  ranges: Readonly<Record<K, readonly [min: number, max: number]>>,
): Record<K, number>[] {
  const names = Object.keys(ranges).filter((name): name is K => name in ranges)
  for (const name of names) {
    const [min, max] = ranges[name]
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min > max || min < 0) {
      throw new RangeError(`straddling needs 0 <= min <= max for "${name}", not ${min} and ${max}.`)
    }
  }
  const pick = (choose: (name: K) => 'min' | 'next' | 'max') =>
    Object.fromEntries(
      names.map((name) => {
        const [min, max] = ranges[name]
        return [name, { min, next: Math.min(min + 1, max), max }[choose(name)]]
      }),
    )
  const cases = [
    pick(() => 'min'),
    pick(() => 'next'),
    ...names.map((small) => pick((name) => (name === small ? 'min' : 'max'))),
    ...names.map((large) => pick((name) => (name === large ? 'max' : 'min'))),
    pick(() => 'max'),
  ]
  const distinct = new Map(cases.map((sizes) => [JSON.stringify(sizes), sizes]))
  return [...distinct.values()].filter((sizes): sizes is Record<K, number> => hasAll(sizes, names))
}

function hasAll<K extends string>(sizes: object, names: readonly K[]): sizes is Record<K, number> {
  return names.every((name) => name in sizes)
}
