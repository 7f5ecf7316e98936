// `npm run check`: starts the checks, or says in one sentence what is missing. Plain and short, so that
// a Node that is too old understands it.
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isOld = major < 22 || major === 23 || major === 25 || (major === 22 && minor < 12)

if (isOld) {
  process.stderr.write(
    `The checks run on Node 24, this is Node ${process.versions.node}: get it from https://nodejs.org\n`,
  )
  process.exitCode = 2
} else {
  const { main } = await import('./main.mjs')
  const root = fileURLToPath(new URL('..', import.meta.url))
  process.exitCode = await main(root.replace(/[\\/]$/, ''), process.argv.slice(2))
}
