import { frame, header, write } from './frame.ts'

export function total(): number {
  write(frame(header(), new Uint8Array(64)).subarray(0, 40))
  process.exit(0)
}
