import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Visibility } from '../model/lab.ts'

/** Absolute paths of a lab's spec files of one visibility, sorted. */
export function specFiles(root: string, lab: string, visibility: Visibility): string[] {
  const folder = join(root, 'labs', lab, visibility)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .toSorted()
    .map((name) => join(folder, name))
}
