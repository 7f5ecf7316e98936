import { readdirSync, readFileSync } from 'node:fs'

/** A process as /proc shows it. */
export interface ProcessInfo {
  readonly pid: number
  readonly parent: number
  readonly uid: number
  /** R, S, D, Z, ... */
  readonly state: string
}

/** All processes that this one can see. */
export function processes(): readonly ProcessInfo[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => read(Number(pid)) ?? [])
}

function read(pid: number): ProcessInfo | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) => new RegExp(`^${name}:\\t(\\S+)`, 'm').exec(status)?.[1] ?? ''
    return { pid, parent: Number(field('PPid')), uid: Number(field('Uid')), state: field('State') }
  } catch {
    // ended while it was read
    return null
  }
}

/** Ends every process of a user that was made up for one sandbox. */
export function endProcessesOf(user: number): void {
  for (const { pid, uid } of processes()) {
    if (uid !== user) continue
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // ended by itself
    }
  }
}
