import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const MMAP = 9
const [READ_WRITE, MAP_PRIVATE_ANONYMOUS, MAP_GROWSDOWN, MAP_NORESERVE] = [3, 0x22, 0x100, 0x4000]

function map(): string {
  const flags = MAP_PRIVATE_ANONYMOUS | MAP_GROWSDOWN | MAP_NORESERVE
  const result = syscall(MMAP, 0, 6e9, READ_WRITE, flags, -1, 0)
  if (result < 0 && result > -4096) throw new Error(errno(result))
  return '6000 MB that no limit counts'
}

export const total = () => attempt({ map })
