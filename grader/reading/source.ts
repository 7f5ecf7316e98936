import { isAbsolute, relative, sep } from 'node:path'
import type { Issue } from '../model/issue.ts'

/** A text file that issues point into. */
export interface Source {
  /** The path as a person would type it. */
  readonly file: string
  readonly text: string
}

/** Where in a file: the 1-based line and column (UTF-16 units) of an offset. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

export function issueAt(source: Source, offset: number, what: string, next: string): Issue {
  return { file: source.file, ...positionAt(source.text, offset), what, next }
}

/** An issue with a file or folder as a whole. */
export function issueWith(file: string, what: string, next: string): Issue {
  return { file, line: null, column: null, what, next }
}

/** A path as a person in the current folder would type it. */
export function shown(path: string): string {
  const inside = relative(process.cwd(), path)
  const near = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
  return (near ? inside : path).split(sep).join('/')
}

/** By place: files as `order` has them, then the others by name; then line and column. */
export function sortIssues(issues: readonly Issue[], first: string): Issue[] {
  return [...issues].sort(
    (a, b) =>
      Number(b.file === first) - Number(a.file === first) ||
      Number(a.file > b.file) - Number(a.file < b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  )
}
