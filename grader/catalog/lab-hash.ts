import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn, SPEC_SUFFIX } from './lab-files.ts'

/**
 * SHA-256 over what decides the measurements: the specs, the reference solution and the
 * misconceptions, by their names and contents. In hexadecimal. lab.yaml is left out: points and
 * tolerances judge what was measured, so a change of them needs no new run.
 */
export async function hashLab(root: string, id: string): Promise<string> {
  const files = [
    ...(await within(root, ['labs', id, 'public'], SPEC_SUFFIX)),
    ...(await within(root, ['labs', id, 'hidden'], SPEC_SUFFIX)),
    ...(await within(root, ['labs', id, 'misconceptions'], '.ts')),
    ...(await within(root, ['solutions', id], '.ts')),
  ]
  const contents = await Promise.all(files.map((parts) => readFile(join(root, ...parts))))
  const hash = createHash('sha256')
  for (const [index, content] of contents.entries()) {
    // the length keeps the end of one file from passing for the start of the next
    hash.update(`${files[index]?.join('/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

async function within(root: string, folder: readonly string[], suffix: string) {
  const names = await namesIn(join(root, ...folder))
  return names.filter((name) => name.endsWith(suffix)).map((name) => [...folder, name])
}
