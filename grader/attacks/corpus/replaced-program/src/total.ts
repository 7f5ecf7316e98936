const code = `
  const fs = require('node:fs')
  const body = Buffer.from('forged')
  const header = Buffer.from('{"id":"1","ok":true}')
  const prefix = Buffer.alloc(8)
  prefix.writeUInt32LE(header.length, 0)
  prefix.writeUInt32LE(body.length, 4)
  try { fs.writeSync(3, Buffer.concat([prefix, header, body])) } catch {}
  setTimeout(() => undefined, 5000)`

export function total(): never {
  process.execve?.(process.execPath, ['node', '--max-old-space-size=8192', '-e', code], {})
  throw new Error('stopped: no execve')
}
