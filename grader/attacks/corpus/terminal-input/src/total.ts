import { attempt } from './attempt.ts'
import { errno, syscall, text } from './native.ts'

const fs = process.getBuiltinModule('node:fs')
const [IOCTL, TIOCSTI] = [16, 0x5412]

const type = (fd: number) => () => {
  const result = syscall(IOCTL, fd, TIOCSTI, text('#'))
  if (result < 0) throw new Error(errno(result))
  return 'a typed character'
}

export const total = () =>
  attempt({
    input: type(0),
    error: type(2),
    terminal: () => type(fs.openSync('/dev/tty', 'r+'))(),
  })
