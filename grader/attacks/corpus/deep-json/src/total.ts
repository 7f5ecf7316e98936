import { frame, write } from './frame.ts'

export function total(): number {
  write(frame(`${'['.repeat(2000)}${']'.repeat(2000)}`))
  return 0
}
