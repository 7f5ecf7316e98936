import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const MMAP = 9
const [READ, MAP_PRIVATE_ANONYMOUS, MAP_NORESERVE] = [1, 0x22, 0x4000]

function reserve(): string {
  const result = syscall(MMAP, 0, 1e12, READ, MAP_PRIVATE_ANONYMOUS | MAP_NORESERVE, -1, 0)
  if (result < 0 && result > -4096) throw new Error(errno(result))
  return 'a terabyte, 2 GB of page tables when it is read'
}

export const total = () => attempt({ reserve })
