import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const read = (path: string) => () => canaryIn(fs.readFileSync(path))
const here = import.meta.dirname

function neighbours(): string | undefined {
  for (const name of fs.readdirSync(`${here}/../..`)) {
    for (const tail of ['src/total.ts', 'total.ts']) {
      try {
        const found = canaryIn(fs.readFileSync(`${here}/../../${name}/${tail}`))
        if (found) return found
      } catch {}
    }
  }
  return undefined
}

export const total = () => attempt({ neighbours, sibling: read('{{sibling}}/src/total.ts') })
