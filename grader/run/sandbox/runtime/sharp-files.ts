import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Absolute paths of sharp's native part on this machine. */
export interface SharpFiles {
  /** Node's addon, in `sharp-PLATFORM/lib/`. */
  readonly binding: string
  /** libvips, in `sharp-libvips-PLATFORM/lib/`. */
  readonly libraries: readonly string[]
}

const BINDING = /[\\/]sharp-[^\\/]*[\\/]lib[\\/]sharp-.*\.node$/

/** Finds them by loading sharp, as it does. Throws an Error whose message is one sentence for people. */
export function sharpFiles(require: NodeJS.Require = createRequire(import.meta.url)): SharpFiles {
  try {
    require('sharp')
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Error(`sharp, which reads pictures, does not load: ${why}`)
  }
  const binding = Object.keys(require.cache).find((path) => BINDING.test(path))
  if (binding === undefined) {
    const system = `${process.platform} ${process.arch}`
    throw new Error(`sharp, which reads pictures, has no library of its own for ${system}`)
  }
  const platform = basename(dirname(dirname(binding))).replace(/^sharp-/, '')
  const description = createRequire(binding).resolve(`@img/sharp-libvips-${platform}/package`)
  const folder = join(dirname(description), 'lib')
  const libraries = readdirSync(folder).filter((name) => name.startsWith('libvips'))
  return { binding, libraries: libraries.map((name) => join(folder, name)) }
}
