import { createHash } from 'node:crypto'
import type { ExportedFile } from './vendor.ts'

/** Where a repository says what it was made of. */
export const STAMP = '.gradus/version.json'

/** What an export wrote: so that an update knows what the student has changed since. */
export interface Stamp {
  readonly schema: 'gradus/export/v1'
  readonly lab: string
  readonly graderVersion: string
  /** SHA-256 of each file as it was written, by path. */
  readonly files: Readonly<Record<string, string>>
}

export function stampOf(lab: string, graderVersion: string, files: readonly ExportedFile[]): Stamp {
  const hashes = files.map(({ path, content }) => [path, hashOf(content)] as const)
  return { schema: 'gradus/export/v1', lab, graderVersion, files: Object.fromEntries(hashes) }
}

/** The stamp of a repository: untrusted, for students can write in it. Null for anything else. */
export function readStamp(text: string): Stamp | null {
  try {
    const value: unknown = JSON.parse(text)
    return isStamp(value) ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'object' || value === null) return false
  if (!('schema' in value && value.schema === 'gradus/export/v1')) return false
  if (!('lab' in value && typeof value.lab === 'string')) return false
  if (!('files' in value && typeof value.files === 'object' && value.files !== null)) return false
  return Object.entries(value.files).every(
    ([path, hash]) => isInside(path) && typeof hash === 'string',
  )
}

/** Plain names between slashes: nothing that leads out of a folder. */
function isInside(path: string): boolean {
  return /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path)
}

/** The same for line ends of Windows, which git may have made since. */
export function hashOf(content: Uint8Array): string {
  const isText = !content.includes(0)
  const text = isText ? Buffer.from(content).toString('utf8').replaceAll('\r\n', '\n') : content
  return createHash('sha256').update(text).digest('hex')
}
