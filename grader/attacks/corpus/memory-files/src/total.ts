import { attempt } from './attempt.ts'
import { errno, syscall, text } from './native.ts'

const MEMFD_CREATE = 319
const fs = process.getBuiltinModule('node:fs')

function grow(): string {
  const fd = syscall(MEMFD_CREATE, text('x'), 0)
  if (fd < 0) throw new Error(errno(fd))
  const chunk = Buffer.alloc(1e6)
  for (let i = 0; i < 40; i++) fs.writeSync(fd, chunk)
  return '40 MB in one file'
}

export const total = () => attempt({ grow })
