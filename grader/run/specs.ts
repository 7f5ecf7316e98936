import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkKey } from '../kit/settings.ts'
import { allChecks, type Lab, type Visibility } from '../model/lab.ts'

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

/** Checks that a run of these spec files must report, as pairs of task and check. */
export function dueChecks(
  lab: Lab,
  visibilities: readonly Visibility[],
  only: readonly string[] | null,
): (readonly [string, string])[] {
  return allChecks(lab)
    .filter(({ check }) => visibilities.includes(check.visibility))
    .filter(({ task, check }) => only === null || only.includes(checkKey(task.id, check.id)))
    .map(({ task, check }) => [task.id, check.id] as const)
}

/** The spec files that hold one of these checks, in their order. */
export function holding(
  files: readonly string[],
  checks: readonly string[] | null,
): readonly string[] {
  if (checks === null) return files
  const tasks = new Set(checks.map((key) => key.slice(0, key.indexOf('/'))))
  const held = new Set([...tasks].flatMap((task) => specFilesOf(files, task)))
  return files.filter((file) => held.has(file))
}
