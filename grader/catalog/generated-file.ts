import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface GeneratedFile {
  /** Relative to the course root, with forward slashes. */
  readonly path: string
  /** Null for a file that must not be there. */
  readonly content: string | null
}

/** The files that are not on disk as generated: what a sync would write or remove. */
export async function staleFiles(
  root: string,
  files: readonly GeneratedFile[],
): Promise<GeneratedFile[]> {
  const present = await Promise.all(files.map(({ path }) => readIfPresent(join(root, path))))
  return files.filter(({ content }, index) => content !== present[index])
}

/** Writes or removes each file. A reader, or a crash half-way, meets whole files only. */
export async function writeGenerated(root: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) {
    const target = join(root, path)
    if (content === null) {
      await rm(target, { recursive: true, force: true })
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    const draft = `${target}.${randomUUID()}.tmp`
    await writeFile(draft, content)
    await rename(draft, target)
  }
}

export async function readIfPresent(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
