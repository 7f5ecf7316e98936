import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dataset, PackedImages } from '../model/dataset.ts'
import { type Images, pack, writeWhole } from './pack.ts'

interface BuiltIn {
  /** Names what the images come from; read anew when it changes. */
  readonly key: string
  read(onProgress?: OnProgress): Promise<Images>
  /** Examples that nobody has without `secret`; absent where they cannot be made. */
  unseen?(secret: string, onProgress?: OnProgress): Promise<Images>
}

/** `part` is made, 0..1. */
type OnProgress = (part: number) => void

/** Each loads what it needs only when it is asked for. */
const BUILT_IN: Readonly<Record<string, () => Promise<BuiltIn>>> = {
  async digits() {
    const { digitsEdition, readDigits } = await import('./digits.ts')
    return { key: digitsEdition(), read: async () => readDigits() }
  },
  async 'drawn-pets'() {
    const { petsEdition, readDrawnPets, unseenPets } = await import('./drawn-pets.ts')
    return { key: petsEdition, read: readDrawnPets, unseen: unseenPets }
  },
}

export const BUILT_IN_NAMES: readonly string[] = Object.keys(BUILT_IN)

/**
 * A data set that comes with Gradus; null when there is none of this name. Made once: what came of it is
 * remembered in `place`, the folder of packed files.
 * @param secret what the held-out examples are made from, where they can be; null: they are some of the others.
 */
export async function openBuiltIn(
  name: string,
  place: string,
  secret: string | null,
  onProgress?: OnProgress,
): Promise<Dataset | null> {
  const builtIn = await BUILT_IN[name]?.()
  if (builtIn === undefined) return null
  const { key, read, unseen } = builtIn
  const packed = await once({ name, key, owner: false }, place, () => read(onProgress))
  if (secret === null || unseen === undefined) return packed
  // The name of a file must not tell the secret.
  const hash = createHash('sha256').update(`${name} ${secret}`).digest('hex')
  const examples = await once(
    { name, key: `${key}-${hash.slice(0, 16)}`, owner: true },
    place,
    () => unseen(secret, onProgress),
  )
  return { ...packed, secret: examples }
}

interface Kept {
  readonly name: string
  readonly key: string
  /** Nobody but who made it may read it. */
  readonly owner: boolean
}

async function once(
  { name, key, owner }: Kept,
  place: string,
  read: () => Promise<Images>,
): Promise<PackedImages> {
  const note = join(place, `${name}-${key}.json`)
  if (existsSync(note)) {
    const known: unknown = JSON.parse(readFileSync(note, 'utf8'))
    if (isPacked(known) && existsSync(known.file)) return known
  }
  const packed = pack(name, await read(), place, owner ? 0o600 : undefined)
  writeWhole(note, JSON.stringify(packed))
  return packed
}

function isPacked(value: unknown): value is PackedImages {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'file' in value
}
