export const summary = () => ({ count: 3, largest: 'a\nb\n'.repeat(900_000) })
