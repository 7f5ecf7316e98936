import { basename, resolve } from 'node:path'
import { KNOWN_SETS, type KnownSet } from './known-sets.ts'
import { readPins } from './pins.ts'
import { refuse } from './refuse.ts'

/** One file to get: where from, and what it must be. */
export interface Source {
  readonly from: string
  readonly name: string
  /** Null: nobody has said yet. */
  readonly sha256: string | null
}

interface Asked {
  readonly name: string
  readonly from?: string | undefined
  readonly cwd: string
  readonly root: string
}

/**
 * The files of a data set. Throws InputError for a name that is not known without a place, and for pins that are
 * none.
 */
export function sourcesOf({ name, from, cwd, root }: Asked): readonly Source[] {
  const known: KnownSet | undefined = KNOWN_SETS.find((set) => set.name === name)
  if (known === undefined) {
    if (from === undefined) {
      const names = KNOWN_SETS.map((set) => set.name).join(', ')
      const next = `There are ${names}; for another, say where it is: --from URL.`
      refuse(name, 'is no data set that is known.', next)
    }
    const file = fileName(from)
    const pins = readPins(root)[name] ?? {}
    // an archive that is called otherwise is to have the same content
    const sha256 = pins[file] ?? Object.values(pins)[0] ?? null
    return [{ from: located(from, cwd), name: file, sha256 }]
  }
  return known.files.map(({ url, sha256 }, _, { length }) => {
    const file = fileName(url)
    if (from === undefined) return { from: url, name: file, sha256 }
    const place = located(from, cwd)
    // of several files, `from` is the folder
    return {
      from: length === 1 ? place : `${place.replace(/\/$/, '')}/${file}`,
      name: file,
      sha256,
    }
  })
}

export function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from)
}

function located(from: string, cwd: string): string {
  return isUrl(from) ? from : resolve(cwd, from)
}

function fileName(from: string): string {
  return basename(from.replace(/[?#].*$/, '')) || 'data'
}
