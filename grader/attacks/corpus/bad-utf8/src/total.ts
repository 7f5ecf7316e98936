import { frame, write } from './frame.ts'

export function total(): number {
  write(frame(Buffer.from('7b226964223a22ff80c0af227d', 'hex')))
  return 0
}
