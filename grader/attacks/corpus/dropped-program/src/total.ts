import { attempt } from './attempt.ts'
import { errno, syscall, text } from './native.ts'

const fs = process.getBuiltinModule('node:fs')
const { spawnSync } = process.getBuiltinModule('node:child_process')
const [MEMFD_CREATE] = [319]
const script = Buffer.from('#!/n/node\nsetTimeout(() => 0, 3000)\n')

function run(path: string): string {
  const { error, pid } = spawnSync(path, ['{{marker}}'], { timeout: 1000 })
  if (error && !pid) throw error
  return `process ${pid}`
}

const drop = (folder: string) => () => {
  fs.writeFileSync(`${folder}/{{marker}}`, script, { mode: 0o755 })
  return run(`${folder}/{{marker}}`)
}

function memory(): string {
  const fd = syscall(MEMFD_CREATE, text('x'), 0)
  if (fd < 0) throw new Error(errno(fd))
  fs.writeSync(fd, script)
  return run(`/proc/self/fd/${fd}`)
}

export const total = () =>
  attempt({ tmp: drop('/tmp'), shm: drop('/dev/shm'), here: drop(import.meta.dirname), memory })
