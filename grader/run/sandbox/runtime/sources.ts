import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../../../model/backend.ts'

const GRADER = fileURLToPath(new URL('../../../', import.meta.url))

/** Folders and files of this repository that end up in the runtime. */
const OURS = [
  'run/sandbox',
  'run/sandbox/runner',
  'run/sandbox/runtime',
  'run/backend',
  'run/backend/wasm',
  'graph',
  'layers',
  'model/convert.ts',
  'model/seeded-random.ts',
  'model/value.ts',
]

/** Packages that end up in it, or that make it. */
const THEIRS = [
  '@tensorflow/tfjs-converter',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-layers',
  '@tensorflow/tfjs-backend-cpu',
  '@tensorflow/tfjs-backend-wasm',
  'rolldown',
]

/**
 * A name for everything the runtime is made of: 24 hex digits of SHA-256. Cheap (some 50 small files),
 * for it is asked at each start.
 */
export function sourcesKey(nodeFile: string, { id, device, native }: Engine): string {
  const hash = createHash('sha256')
  hash.update(`${process.version} ${process.arch} ${statSync(nodeFile).size}\n`)
  hash.update(`${id} ${device} ${native?.folder} ${native?.key}\n`)
  for (const name of THEIRS) hash.update(`${name} ${versionOf(name)}\n`)
  for (const path of OURS.flatMap(expand)) {
    hash.update(`${path}\n`)
    hash.update(readFileSync(join(GRADER, path)))
  }
  return hash.digest('hex').slice(0, 24)
}

const require = createRequire(import.meta.url)

function versionOf(name: string): string {
  const { version } = require(`${name}/package.json`)
  return String(version)
}

function expand(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(GRADER, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map(({ name }) => `${path}/${name}`)
    .sort()
}
