import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const SOCKET = 41
const [AF_VSOCK, SOCK_STREAM] = [40, 1]

function open(): string {
  const fd = syscall(SOCKET, AF_VSOCK, SOCK_STREAM, 0)
  if (fd < 0) throw new Error(errno(fd))
  return `socket ${fd}`
}

export const total = () => attempt({ open })
