import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Issue } from '../model/issue.ts'
import { writeWhole } from './pack.ts'
import { refuse } from './refuse.ts'

/** Begins with a dot: it is no part of the data. */
const NAME = '.gradus-data.json'

const AGAIN = 'Remove the folder and fetch it again.'

/** What was fetched, kept in the folder itself. */
export interface Manifest {
  readonly sources: readonly { readonly url: string; readonly sha256: string }[]
  /** SHA-256 of each file, by its path with forward slashes. */
  readonly files: Readonly<Record<string, string>>
}

export async function sha256Of(
  file: string,
  onBytes: (count: number) => void = () => {},
): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) {
    hash.update(chunk)
    onBytes(chunk.length)
  }
  return hash.digest('hex')
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== NAME)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .toSorted()
}

export async function writeManifest(
  folder: string,
  sources: Manifest['sources'],
): Promise<Manifest> {
  const files: Record<string, string> = {}
  for (const path of filesBelow(folder)) files[path] = await sha256Of(join(folder, path))
  writeWhole(join(folder, NAME), JSON.stringify({ sources, files }, null, 1))
  return { sources, files }
}

/** Null for a folder that was not fetched. Throws InputError for one whose list of files is damaged. */
export function readManifest(folder: string): Manifest | null {
  const file = join(folder, NAME)
  if (!existsSync(file)) return null
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (isManifest(value)) return value
  } catch {
    // said below
  }
  return refuse(file, 'is no list of files with their SHA-256.', AGAIN)
}

/** Every file that is not as it was fetched. */
export async function changesOf(
  folder: string,
  { files }: Manifest,
  onFile: () => void = () => {},
): Promise<Issue[]> {
  const issues: Issue[] = []
  const issue = (path: string, what: string) => {
    issues.push({ file: join(folder, path), line: null, column: null, what, next: AGAIN })
  }
  const there = new Set(filesBelow(folder))
  for (const [path, sha256] of Object.entries(files)) {
    if (!there.delete(path)) issue(path, 'is gone.')
    else if ((await sha256Of(join(folder, path))) !== sha256) issue(path, 'was changed.')
    onFile()
  }
  for (const path of there) issue(path, 'was not fetched with the rest.')
  return issues
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null || !('sources' in value)) return false
  return 'files' in value && typeof value.files === 'object' && value.files !== null
}
