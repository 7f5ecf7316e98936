export const total = () => Array.from({ length: 100_000 }, (_, i) => () => i)
