import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const os = process.getBuiltinModule('node:os')

const fill = (folder: string) => () => {
  const file = fs.openSync(`${folder}/{{marker}}`, 'w')
  const chunk = Buffer.alloc(1e6)
  for (let i = 0; i < 1000; i++) fs.writeSync(file, chunk)
  return folder
}

export const total = () =>
  attempt({
    tmp: fill('/tmp'),
    shm: fill('/dev/shm'),
    mqueue: fill('/dev/mqueue'),
    run: fill('/run'),
    root: fill('/'),
    home: fill(os.homedir()),
    temporary: fill(os.tmpdir()),
    here: fill(import.meta.dirname),
    cwd: fill('{{cwd}}'),
    proc: fill('/proc/self/cwd'),
  })
