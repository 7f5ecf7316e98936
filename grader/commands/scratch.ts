import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folders of a run carry its process id, so that a later run knows whose are left over. */
const OWNED = /^gradus-(\d+)-/

/** A private folder of this process; those of graders that were killed are removed on the way. */
export function makeScratch(): string {
  const parent = tmpdir()
  for (const name of readdirSync(parent)) {
    const owner = Number(OWNED.exec(name)?.[1])
    if (owner > 0 && !isRunning(owner)) rmSync(join(parent, name), REMOVE)
  }
  return mkdtempSync(join(parent, `gradus-${process.pid}-`))
}

export function removeScratch(folder: string): void {
  rmSync(folder, REMOVE)
}

const REMOVE = { recursive: true, force: true } as const

/** False only when there is surely no such process: another user's may not be asked. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
