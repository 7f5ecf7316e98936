import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Visibility } from '../model/lab.ts'

/** Those of a lab's spec files that hold a task's checks: names of suites are literals in every spec. */
export function specFilesOf(files: readonly string[], task: string): string[] {
  const suite = new RegExp(`\\bdescribe\\(\\s*(['"\`])${RegExp.escape(task)}\\1`)
  return files.filter((file) => suite.test(readFileSync(file, 'utf8')))
}

/** Absolute paths of a lab's spec files of one visibility, sorted. */
export function specFiles(root: string, lab: string, visibility: Visibility): string[] {
  const folder = join(root, 'labs', lab, visibility)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .toSorted()
    .map((name) => join(folder, name))
}
