import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const read = (path: string) => () => canaryIn(fs.readFileSync(path))

export const total = () =>
  attempt({ absolute: read('{{cwd}}/canary.txt'), relative: read('canary.txt') })
