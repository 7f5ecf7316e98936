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

const NEXT = 'Install it with the packages for this machine: npm ci --include=optional'

/** Finds them by loading sharp, as it does. Throws an Error in one line for people where it cannot be loaded. */
export function sharpFiles(): SharpFiles {
  const require = createRequire(import.meta.url)
  try {
    require('sharp')
  } catch (error) {
    const [why] = error instanceof Error ? error.message.split('\n') : [String(error)]
    throw new Error(`sharp, which reads pictures, does not work here: ${why}. ${NEXT}`)
  }
  const loaded = Object.keys(require.cache)
  const binding = loaded.find((path) => /[\\/]sharp-[^\\/]*[\\/]lib[\\/]sharp-.*\.node$/.test(path))
  if (binding === undefined) {
    throw new Error(`sharp was not installed with a library for ${process.platform}. ${NEXT}`)
  }
  const platform = basename(dirname(dirname(binding))).replace(/^sharp-/, '')
  const description = createRequire(binding).resolve(`@img/sharp-libvips-${platform}/package`)
  const folder = join(dirname(description), 'lib')
  const libraries = readdirSync(folder).filter((name) => name.startsWith('libvips'))
  return { binding, libraries: libraries.map((name) => join(folder, name)) }
}
