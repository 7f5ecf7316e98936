import { attempt } from './attempt.ts'
import { errno, syscall, writablePage } from './native.ts'

const [SOCKET, SOCKETPAIR] = [41, 53]

const families = Object.fromEntries(
  Array.from({ length: 46 }, (_, family) => [
    `family-${family}`,
    () => {
      const results = [1, 2, 3, 5].map((type) => syscall(SOCKET, family, type, 0))
      const opened = results.find((result) => result >= 0)
      if (opened !== undefined) return `socket ${opened}`
      throw new Error(errno(results[0] ?? 0))
    },
  ]),
)
const pair = () => {
  const result = syscall(SOCKETPAIR, 2, 1, 0, writablePage())
  if (result < 0) throw new Error(errno(result))
  return 'a pair of internet sockets'
}

export const total = () => attempt({ pair, ...families })
