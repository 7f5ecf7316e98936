import { attempt } from './attempt.ts'

const held: SharedArrayBuffer[] = []

function hold(): string {
  for (let i = 0; i < 6; i++) held.push(new SharedArrayBuffer(500e6))
  return `${held.length * 500} MB`
}

export const total = () => attempt({ hold })
