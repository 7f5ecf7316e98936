import { accessSync, constants, statSync } from 'node:fs'
import { join } from 'node:path'

/** Absolute paths of the programs that make a sandbox. */
export interface Tools {
  readonly bwrap: string
  readonly prlimit: string
  readonly setpriv: string
}

export type ToolName = keyof Tools

/** Where system programs are, whatever PATH this process was given. */
const USUAL = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/usr/local/bin']

/** All tools, or the names of those that are not installed. */
export function findTools(folders: readonly string[] = searchPath()): Tools | readonly ToolName[] {
  const bwrap = find('bwrap', folders)
  const prlimit = find('prlimit', folders)
  const setpriv = find('setpriv', folders)
  if (bwrap !== null && prlimit !== null && setpriv !== null) return { bwrap, prlimit, setpriv }
  const found = { bwrap, prlimit, setpriv }
  return (['bwrap', 'prlimit', 'setpriv'] as const).filter((name) => found[name] === null)
}

export function isComplete(found: Tools | readonly ToolName[]): found is Tools {
  return !Array.isArray(found)
}

function searchPath(): readonly string[] {
  const path = process.env['PATH']?.split(':').filter((folder) => folder.startsWith('/')) ?? []
  return [...USUAL, ...path]
}

function find(name: string, folders: readonly string[]): string | null {
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
