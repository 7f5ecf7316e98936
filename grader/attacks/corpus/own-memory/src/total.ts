import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const end = Date.now() + 1500

function memory(): string | undefined {
  const mem = fs.openSync('/proc/self/mem', 'r')
  const chunk = Buffer.alloc(1 << 20)
  for (const line of fs.readFileSync('/proc/self/maps', 'latin1').split('\n')) {
    const range = /^(\w+)-(\w+) rw/.exec(line)
    if (!range) continue
    const [from, to] = [Number.parseInt(range[1] ?? '', 16), Number.parseInt(range[2] ?? '', 16)]
    if (to - from > 1 << 28) continue
    for (let at = from; at < to; at += chunk.length) {
      if (Date.now() > end) throw new Error('no time left')
      try {
        const size = fs.readSync(mem, chunk, 0, Math.min(chunk.length, to - at), at)
        const found = canaryIn(chunk.subarray(0, size))
        if (found) return found
      } catch {}
    }
  }
  return undefined
}

export const total = () => attempt({ memory })
