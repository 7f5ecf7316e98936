import { readdirSync, readFileSync } from 'node:fs'

const CLOSE_ON_EXEC = 0o2000000

/**
 * File descriptors from `first` on that a new process would inherit from this one. Node opens none such, but
 * whoever started Node may have: a folder left open leads out of every mount namespace.
 */
export function inheritableFds(first: number): readonly number[] {
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((fd) => fd >= first && isInheritable(fd))
    .sort((a, b) => a - b)
}

function isInheritable(fd: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1]
    return flags === undefined || (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0
  } catch {
    // closed since: it was the one that listed the folder
    return false
  }
}
