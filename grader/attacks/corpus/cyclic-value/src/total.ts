export function total(): unknown {
  const value: Record<string, unknown> = {}
  value['again'] = [value]
  return value
}
