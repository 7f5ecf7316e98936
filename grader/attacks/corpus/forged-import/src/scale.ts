const fs = process.getBuiltinModule('node:fs')
const write = fs.writeSync
const odd = [
  [0],
  [3],
  [4, 0, 0, 0, 0, 0, 0, 240, 127],
  [7, 0, 0, 0, 0],
  [8, 1, 0, 0, 0, 4, 0, 0, 0, 116, 104, 101, 110, 0],
  [9, 0, 6, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
  [9, 0, 1, 255, 255, 255, 255],
  [6, 255, 255, 255, 255],
  [10, 1, 255, 255, 255, 255],
  [99],
]
let turn = 0

Reflect.set(fs, 'writeSync', (fd: number, bytes: Uint8Array, ...rest: number[]) => {
  if (fd !== 3) return Reflect.apply(write, fs, [fd, bytes, ...rest])
  const body = Uint8Array.from(odd[turn++ % odd.length] ?? [])
  const head = new TextDecoder().decode(bytes)
  const id = /"id":"([^"]*)"/.exec(head)?.[1]
  if (id === undefined) return bytes.length
  const header = new TextEncoder().encode(JSON.stringify({ id, kind: 'value' }))
  const frame = new Uint8Array(8 + header.length + body.length)
  const view = new DataView(frame.buffer)
  view.setUint32(0, header.length, true)
  view.setUint32(4, body.length, true)
  frame.set(header, 8)
  frame.set(body, 8 + header.length)
  Reflect.apply(write, fs, [3, frame])
  return bytes.length
})

export const scale = () => 0
