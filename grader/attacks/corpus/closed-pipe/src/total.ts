export function total(): Promise<number> {
  process.getBuiltinModule('node:fs').closeSync(3)
  return new Promise(() => setInterval(() => undefined, 1000))
}
