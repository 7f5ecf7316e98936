import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const X32 = 0x40000000
const SOCKET = 41

function open(): string {
  const result = syscall(X32 + SOCKET, 40, 1, 0)
  if (result < 0) throw new Error(errno(result))
  return `socket ${result}`
}

export const total = () => attempt({ open })
