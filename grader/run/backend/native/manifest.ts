import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { NativeLibrary } from '../../../model/backend.ts'
import type { Device, Pins } from './pins.ts'

export const BINDING = 'lib/napi-v8/tfjs_binding.node'
/** Where the wheels are unpacked: their libraries find each other by their places in it. */
export const SITE = 'deps/site'
const MANIFEST = 'gradus-native.json'

/** Raised when the same pins are built in another way. */
const RECIPE = 2

/** Written last into an installation: says what it is, and that it is whole. */
export interface Manifest {
  readonly tensorflow: string
  readonly tfjsNode: string
  readonly recipe: string
  readonly bindingHash: string
  /** Bytes of each library, by path in the folder. */
  readonly libraries: Readonly<Record<string, number>>
}

export type NativeState =
  | { readonly kind: 'there'; readonly library: NativeLibrary; readonly manifest: Manifest }
  | { readonly kind: 'absent' }
  /** There, and not to be used; `why` ends a sentence that begins with its name. */
  | { readonly kind: 'unusable'; readonly why: string }

export function nativeFolder(cache: string, device: Device): string {
  return join(cache, `native-${device}`)
}

/** Names everything that an installation is made from. */
export function recipeOf({ device, tensorflow, tfjsNode, headers, wheels }: Pins): string {
  const parts = [RECIPE, device, tensorflow, tfjsNode.integrity, headers.integrity, wheels]
  return sha256(JSON.stringify(parts)).slice(0, 16)
}

export async function describeFolder(folder: string, pins: Pins): Promise<Manifest> {
  const found = await readdir(join(folder, SITE), { recursive: true })
  const libraries = found.filter((path) => /\.so(\.\d+)*$/.test(path)).sort()
  return {
    tensorflow: pins.tensorflow,
    tfjsNode: pins.tfjsNode.version,
    recipe: recipeOf(pins),
    bindingHash: sha256(readFileSync(join(folder, BINDING))),
    libraries: Object.fromEntries(
      libraries.map((path) => [join(SITE, path), statSync(join(folder, SITE, path)).size]),
    ),
  }
}

export function manifestFile(folder: string): string {
  return join(folder, MANIFEST)
}

/** What is installed. Cheap: sizes of the libraries, and a hash of the small binding. */
export function findNative(cache: string, pins: Pins): NativeState {
  const folder = nativeFolder(cache, pins.device)
  if (!existsSync(folder)) return { kind: 'absent' }
  const text = readText(manifestFile(folder))
  const manifest = parse(text)
  if (manifest === null) return { kind: 'unusable', why: 'is not whole: its manifest is missing' }
  if (manifest.recipe !== recipeOf(pins)) {
    const why = `is another build (TensorFlow ${manifest.tensorflow}) than this Gradus uses`
    return { kind: 'unusable', why }
  }
  const damaged = damagedFile(folder, manifest)
  if (damaged !== null) {
    return { kind: 'unusable', why: `is damaged: ${damaged} is not as it was installed` }
  }
  return { kind: 'there', library: { folder, key: sha256(text).slice(0, 16) }, manifest }
}

function damagedFile(folder: string, { libraries, bindingHash }: Manifest): string | null {
  for (const [path, bytes] of Object.entries(libraries)) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false })
    if (found?.size !== bytes) return path
  }
  const binding = join(folder, BINDING)
  if (!existsSync(binding) || sha256(readFileSync(binding)) !== bindingHash) return BINDING
  return null
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function parse(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text)
    return isManifest(value) ? value : null
  } catch {
    return null
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'recipe' in value &&
    'bindingHash' in value &&
    'tensorflow' in value &&
    'libraries' in value &&
    typeof value.libraries === 'object' &&
    value.libraries !== null
  )
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
