import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { InputError } from '../model/issue.ts'
import type { Lab, Task } from '../model/lab.ts'
import { fetchSubmission } from './index.ts'

/** A lab of two tasks, conv1d.ts and conv2d.ts, without checks: fetching looks at names only. */
export const lab: Lab = {
  id: 'convolutions',
  version: 1,
  hash: '',
  title: { en: 'Convolutions', es: 'Convoluciones' },
  tasks: ['conv1d', 'conv2d'].map(taskOf),
  prefer: [],
  data: [],
  backbones: {},
  shufflePixels: false,
  phrases: [],
  packages: [],
  limits: {
    bootSeconds: 10,
    callSeconds: 5,
    totalSeconds: 120,
    memoryMB: 2048,
    replyMB: 16,
    calls: 10_000,
    startsPerTask: 3,
  },
}

function taskOf(id: string): Task {
  const title = { en: id, es: id }
  const file = `${id}.ts`
  return { id, title, points: 50, file, exports: [id], checks: [], misconceptions: [] }
}

/** A folder that is gone after the test; its path has a space and an accent. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gradus año ')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function write(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Real git, as a student uses it. */
export function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org']
  const allowed = ['-c', 'protocol.file.allow=always']
  return execFileSync('git', [...who, ...allowed, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

/** A repository with one commit on the branch main. */
export function repository(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = write(temporaryFolder(), files)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  commit(folder)
  return folder
}

export function commit(folder: string): string {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=work')
  return git(folder, 'rev-parse', 'HEAD')
}

export function fetched(source: string) {
  return fetchSubmission(source, { lab, scratch: temporaryFolder() })
}

/** What the person reads instead of a workspace. */
export async function refusal(source: string): Promise<string> {
  try {
    const { files } = await fetched(source)
    return `accepted: ${files.join(' ')}`
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}
