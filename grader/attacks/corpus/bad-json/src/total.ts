import { frame, write } from './frame.ts'

export function total(): number {
  write(frame('{"id":NaN,'.repeat(50)))
  return 0
}
