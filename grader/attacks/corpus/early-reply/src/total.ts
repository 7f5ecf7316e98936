import { frame, write } from './frame.ts'

const answer = Buffer.from([3, 0, 0, 0, 0, 0, 0, 26, 64])
for (const id of [0, 1, 2, 3]) write(frame(JSON.stringify({ id, ok: true, value: true }), answer))

export const total = () => 6.5
