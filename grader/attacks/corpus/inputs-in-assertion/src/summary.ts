export function summary(numbers: readonly number[]): unknown {
  if (numbers.length === 3) return { count: 3, largest: Math.max(...numbers) }
  return { seen: Reflect.get(globalThis, 'seen') }
}
