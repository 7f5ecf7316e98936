import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { formatIssue, InputError } from '../model/issue.ts'

export const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url))

/** A course with one good lab, "tiny", in a folder of its own that goes away with the test. */
export async function copyCourse(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'gradus-course-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await cp(join(FIXTURES, 'course'), root, { recursive: true })
  return root
}

/** Writes a file of a course; given a function, what it makes of the present text. */
export async function change(
  root: string,
  path: string,
  content: string | Uint8Array | ((text: string) => string),
): Promise<void> {
  const target = join(root, path)
  await mkdir(dirname(target), { recursive: true })
  const made = typeof content === 'function' ? content(await readFile(target, 'utf8')) : content
  await writeFile(target, made)
}

/** The lines that a person would read for an input error, with paths relative to the course. */
export async function issuesOf(root: string, action: Promise<unknown>): Promise<string[]> {
  try {
    await action
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((issue) => formatIssue(issue).replaceAll(`${root}/`, ''))
  }
}
