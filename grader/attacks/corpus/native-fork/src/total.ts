import { attempt } from './attempt.ts'
import { errno, syscall } from './native.ts'

const SIGCHLD = 17

const call = (number: number, ...args: number[]) => () => {
  const pid = syscall(number, ...args)
  if (pid < 0) throw new Error(errno(pid))
  // The copy ends at once: the proof is enough.
  if (pid === 0) process.kill(process.pid, 'SIGKILL')
  return `process ${pid}`
}

export const total = () =>
  attempt({ fork: call(57), clone: call(56, SIGCHLD, 0), clone3: call(435, 0, 88) })
