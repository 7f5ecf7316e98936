export function total(): never {
  const error = new Error('boom', { cause: 'x'.repeat(20_000_000) })
  error.stack = `Error: boom\n${'    at total (total.ts:1:1)\n'.repeat(1_000_000)}`
  throw error
}
