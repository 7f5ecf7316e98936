/**
 * The items in an order that depends on `uniform` (numbers in [0, 1)) alone, each order equally likely:
 * Durstenfeld's form of the Fisher-Yates shuffle. The items given stay as they are.
 */
export function shuffled<T>(items: readonly T[], uniform: () => number): T[] {
  const order: T[] = []
  for (const item of items) {
    const place = Math.floor(uniform() * (order.length + 1))
    order.push(...order.splice(place, 1, item))
  }
  return order
}
