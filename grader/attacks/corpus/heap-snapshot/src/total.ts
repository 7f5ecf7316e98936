import { attempt, canaryIn } from './attempt.ts'

const v8 = process.getBuiltinModule('node:v8')

async function snapshot(): Promise<string | undefined> {
  let tail = ''
  for await (const chunk of v8.getHeapSnapshot()) {
    const found = canaryIn(tail + chunk)
    if (found) return found
    tail = String(chunk).slice(-100)
  }
  return undefined
}

export const total = () => attempt({ snapshot })
