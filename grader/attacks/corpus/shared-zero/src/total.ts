import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const MMAP = 9
const [READ_WRITE, MAP_SHARED, MAP_NORESERVE] = [3, 1, 0x4000]

function map(): string {
  const fd = process.getBuiltinModule('node:fs').openSync('/dev/zero', 'r+')
  const result = syscall(MMAP, 0, 6e9, READ_WRITE, MAP_SHARED | MAP_NORESERVE, fd, 0)
  if (result < 0 && result > -4096) throw new Error(errno(result))
  return '6000 MB of shared memory'
}

export const total = () => attempt({ map })
