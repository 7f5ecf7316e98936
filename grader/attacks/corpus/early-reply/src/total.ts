import { frame, header, number, write } from './frame.ts'

for (const id of [0, 1, 2, 3]) write(frame(header({ id }), number(6.5)))

export const total = () => 6.5
