export const total = () => new Array(5_000_000).fill(null)
