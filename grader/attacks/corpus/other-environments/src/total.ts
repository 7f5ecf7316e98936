import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

const search = (file: string) => () => {
  const others = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  let refused = ''
  for (const pid of [String(process.ppid), '1', 'self', ...others]) {
    try {
      const found = canaryIn(fs.readFileSync(`/proc/${pid}/${file}`))
      if (found) return found
    } catch (error) {
      refused = String(error)
    }
  }
  if (refused) throw new Error(refused)
  return undefined
}

export const total = () =>
  attempt({ environ: search('environ'), cmdline: search('cmdline'), keys: search('keys') })
