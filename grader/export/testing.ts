import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { ExportedFile } from './vendor.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** A folder with a blank and an accent in its name, as students have them; it goes away with the test. */
export function studentFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'gradus-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'mis prácticas')
}

export function writeAll(dir: string, files: readonly ExportedFile[]): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
}

/** Our own packages in place of an installation: only those that a student's repository has. */
export function linkPackages(dir: string, ofTheLab: readonly string[] = []): void {
  for (const name of ['vitest', '@tensorflow/tfjs', ...ofTheLab]) {
    mkdirSync(dirname(join(dir, 'node_modules', name)), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), join(dir, 'node_modules', name))
  }
}

export interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `npm run check`, without npm. */
export async function runCheck(dir: string, ...args: string[]): Promise<Finished> {
  const env = { ...process.env, NO_COLOR: '1' }
  const child = spawn(process.execPath, [join(dir, '.gradus/check.mjs'), ...args], {
    cwd: dir,
    env,
  })
  const out = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      out[name] += text
    })
  }
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, ...out }
}

/** Absolute paths of the files below a folder; none when it is not there. */
export function filesBelow(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
  } catch {
    return []
  }
}
