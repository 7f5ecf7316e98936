const { writeSync } = process.getBuiltinModule('node:fs')

export function total(): number {
  for (;;) {
    try {
      writeSync(1, 'x'.repeat(65536))
    } catch {}
  }
}
