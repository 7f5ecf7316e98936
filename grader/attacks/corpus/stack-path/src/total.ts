import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const path = process.getBuiltinModule('node:path')

function readAround(): string | undefined {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 100
  const stack = String(new Error().stack)
  Error.stackTraceLimit = limit
  const files = stack.match(/(?<=file:\/\/|\(|at )\/[^:)?]+/g) ?? []
  for (const folder of new Set(files.map((file) => path.dirname(file)))) {
    for (const name of fs.readdirSync(folder)) {
      const file = path.join(folder, name)
      const { size } = fs.statSync(file)
      if (!fs.statSync(file).isFile() || size > 1e6) continue
      const found = canaryIn(fs.readFileSync(file))
      if (found) return found
    }
  }
  return undefined
}

export const total = () => attempt({ stack: readAround })
