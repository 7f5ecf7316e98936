import { frame, write } from './frame.ts'

export function total(): number {
  write(frame('{"id":"1","ok":true}', new Uint8Array(8), { body: 0xffffffff }))
  return 0
}
