import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

const litter = (folder: string) => () => {
  fs.mkdirSync(`${folder}/{{marker}}`)
  for (let i = 0; i < 100_000; i++) fs.writeFileSync(`${folder}/{{marker}}/${i}`, '')
  return folder
}

export const total = () =>
  attempt({
    tmp: litter('/tmp'),
    shm: litter('/dev/shm'),
    dev: litter('/dev'),
    app: litter('/app'),
    here: litter(import.meta.dirname),
    root: litter(''),
  })
