import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const read = (path: string) => () => canaryIn(fs.readFileSync(path))

export const total = () =>
  attempt({
    init: read('/proc/1/root{{labels}}'),
    'init-cwd': read('/proc/1/cwd/canary.txt'),
    parent: read(`/proc/${process.ppid}/root{{labels}}`),
    'parent-cwd': read(`/proc/${process.ppid}/cwd/canary.txt`),
    self: read('/proc/self/root{{labels}}'),
    thread: read('/proc/thread-self/cwd/canary.txt'),
  })
