import { attempt } from './attempt.ts'

const fs = process.getBuiltinModule('node:fs')

function poison(folder: string) {
  return () => {
    for (const name of fs.readdirSync(folder)) {
      const path = `${folder}/${name}`
      if (!fs.statSync(path).isFile()) continue
      fs.closeSync(fs.openSync(path, 'r+'))
      return `${path} opened for writing`
    }
    fs.writeFileSync(`${folder}/{{marker}}`, '')
    return `a file in ${folder}`
  }
}
const loaded = Object.keys(process.getBuiltinModule('node:module')['_cache'] ?? {})
const folders = new Set(loaded.map((file) => file.slice(0, file.lastIndexOf('/'))))

export const total = () =>
  attempt(
    Object.fromEntries(
      [...folders, '/rt', '/app', '/app/sub', '/n'].map((folder) => [folder, poison(folder)]),
    ),
  )
