import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

function open(): string | undefined {
  let refused: unknown
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue
    try {
      fs.closeSync(fs.openSync(`/proc/${name}/mem`, 'r+'))
      return `the memory of process ${name}`
    } catch (error) {
      refused = error
    }
  }
  if (refused) throw refused
  return undefined
}

export const total = () => attempt({ open })
