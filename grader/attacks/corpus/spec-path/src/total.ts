import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const read = (path: string) => () => canaryIn(fs.readFileSync(path))

export const total = () =>
  attempt({ labels: read('{{labels}}'), spec: read('{{spec}}'), solution: read('{{solution}}') })
