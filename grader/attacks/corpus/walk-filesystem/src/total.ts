import { attempt, canaryIn } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')
const end = Date.now() + 1500
let read = 0

function walk(folder: string): string | undefined {
  let entries: ReturnType<typeof list> = []
  try {
    entries = list(folder)
  } catch {}
  for (const entry of entries) {
    if (Date.now() > end) throw new Error(`no time left after ${read} files`)
    const path = `${folder}/${entry.name}`
    if (/^\/(proc|sys|dev|usr)$/.test(path)) continue
    const found = entry.isDirectory() ? walk(path) : search(path)
    if (found) return found
  }
  return undefined
}

const list = (folder: string) => fs.readdirSync(folder || '/', { withFileTypes: true })

function search(path: string): string | undefined {
  try {
    if (fs.statSync(path).size > 1e6 || !fs.statSync(path).isFile()) return undefined
    read += 1
    return canaryIn(fs.readFileSync(path))
  } catch {
    return undefined
  }
}

export const total = () => attempt({ walk: () => walk('') })
