import { frame, header, number, write } from './frame.ts'

/** The right answers, one more of them than there are questions. */
export function total(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0)
  write(frame(header(), number(sum)))
  return sum
}
