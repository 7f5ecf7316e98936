export function total(): unknown {
  let value: unknown = 0
  for (let i = 0; i < 100_000; i++) value = [value]
  return value
}
