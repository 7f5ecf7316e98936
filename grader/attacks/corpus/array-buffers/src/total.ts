import { attempt } from './attempt.ts'

function hold(): string {
  const held = Array.from({ length: 6 }, () => new ArrayBuffer(500e6))
  return `${held.length * 500} MB`
}

export const total = () => attempt({ hold })
