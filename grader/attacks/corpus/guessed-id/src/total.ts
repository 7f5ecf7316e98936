import { frame, number, write } from './frame.ts'

export function total(): number {
  const ids = [0, 1, 2, null, true, [], {}, '', '0', 'ffffffffffffffffffffffffffffffff']
  for (const id of ids) write(frame(JSON.stringify({ id, kind: 'value' }), number(6.5)))
  return 0
}
