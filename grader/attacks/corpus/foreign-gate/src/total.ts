import { attempt } from './attempt.ts'
import { syscall32 } from './native.ts'

const GETPID_32 = 20

export const total = () =>
  attempt({ gate: () => `process ${syscall32(GETPID_32)} through the 32-bit gate` })
