import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const PRLIMIT64 = 302
const unlimited = Buffer.alloc(16, 0xff)

const raise = (resource: number) => () => {
  const result = syscall(PRLIMIT64, 0, resource, unlimited, 0)
  if (result < 0) throw new Error(errno(result))
  return 'no limit'
}

export const total = () =>
  attempt({ data: raise(2), 'file-size': raise(1), processes: raise(6), files: raise(7), cpu: raise(0) })
