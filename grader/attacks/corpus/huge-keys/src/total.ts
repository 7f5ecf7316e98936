export const total = () => ({ ['k'.repeat(3_000_000)]: 1, [`${'\n::error::x'.repeat(1000)}`]: 2 })
