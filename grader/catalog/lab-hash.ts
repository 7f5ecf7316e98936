import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn } from './lab-files.ts'

/**
 * SHA-256 over what decides the measurements: the specs, the reference solution and the
 * misconceptions, by their names and contents. In hexadecimal. lab.yaml is left out: points and
 * tolerances judge what was measured, so a change of them needs no new run.
 */
export async function hashLab(root: string, id: string): Promise<string> {
  const files = [
    ...(await within(root, ['labs', id, 'public'])),
    ...(await within(root, ['labs', id, 'hidden'])),
    ...(await within(root, ['labs', id, 'misconceptions'])),
    ...(await within(root, ['solutions', id])),
  ]
  const hash = createHash('sha256')
  for (const parts of files) {
    const content = readFileSync(join(root, ...parts))
    // the length keeps the end of one file from passing for the start of the next
    hash.update(`${parts.join('/')}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** The TypeScript files of a folder: specs share helpers, which count too. */
async function within(root: string, folder: readonly string[]) {
  const names = await namesIn(join(root, ...folder))
  return names.filter((name) => name.endsWith('.ts')).map((name) => [...folder, name])
}
