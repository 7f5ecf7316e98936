const solution = await import('{{solution}}')

export const total = () => 0
const wrong = { value: total, configurable: true, enumerable: true }
Object.defineProperty(solution, 'total', wrong)
