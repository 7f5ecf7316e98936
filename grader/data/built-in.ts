import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset } from '../model/dataset.ts'
import { type Images, pack, writeWhole } from './pack.ts'

interface BuiltIn {
  /** Names what the images come from; read anew when it changes. */
  readonly key: string
  read(): Promise<Images>
}

/** Each loads what it needs only when it is asked for. */
const BUILT_IN: Readonly<Record<string, () => Promise<BuiltIn>>> = {
  async digits() {
    const { digitsEdition, readDigits } = await import('./digits.ts')
    return { key: digitsEdition(), read: async () => readDigits() }
  },
  async 'drawn-pets'() {
    const { petsEdition, readDrawnPets } = await import('./drawn-pets.ts')
    return { key: petsEdition, read: readDrawnPets }
  },
}

export const BUILT_IN_NAMES: readonly string[] = Object.keys(BUILT_IN)

/**
 * A data set that comes with Gradus; null when there is none of this name. Made once: what came of it is
 * remembered in `place`, the folder of packed files.
 */
export async function openBuiltIn(name: string, place: string): Promise<Dataset | null> {
  const builtIn = await BUILT_IN[name]?.()
  if (builtIn === undefined) return null
  const note = join(place, `${name}-${builtIn.key}.json`)
  if (existsSync(note)) {
    const known: unknown = JSON.parse(readFileSync(note, 'utf8'))
    if (isDataset(known) && existsSync(known.file)) return known
  }
  const packed = pack(name, await builtIn.read(), place)
  writeWhole(note, JSON.stringify(packed))
  return packed
}

function isDataset(value: unknown): value is Dataset {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'file' in value
}
