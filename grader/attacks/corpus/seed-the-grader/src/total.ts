Math.random = () => 0.5

export const total = (numbers: readonly number[]) => numbers.length && 0
