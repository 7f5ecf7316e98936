import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

/** Signal 0 asks whether a real one could be sent. */
const signal = (pid: number) => {
  process.kill(pid, 0)
  return `the right to kill ${pid}`
}

export const total = () =>
  attempt({
    parent: () => (process.ppid > 0 ? signal(process.ppid) : undefined),
    first: () => (process.pid === 1 ? undefined : signal(1)),
    everyone: () => signal(-1),
    others: () => {
      const pids = fs.readdirSync('/proc').map(Number)
      const other = pids.find((pid) => pid > 0 && pid !== process.pid)
      return other && signal(other)
    },
  })
