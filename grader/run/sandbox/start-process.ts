import { type ChildProcess, type IOType, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { commandLine, type LaunchOptions, SECCOMP_FD } from './launch.ts'
import { inheritableFds } from './leaked-fds.ts'

/**
 * Starts a sandbox with no environment and no file descriptors but pipes: output on 1 and 2, the judge's
 * requests on 3, and for bubblewrap alone the filter on 4. Throws when the program cannot be started.
 */
export function startProcess(options: LaunchOptions): ChildProcess {
  const [program, ...args] = commandLine(options)
  if (program === undefined) throw new Error('an empty command line')
  const nothing = openSync('/dev/null', 'r')
  const filter = openSync(options.runtime.seccomp, 'r')
  try {
    const child = spawn(program, args, {
      cwd: '/',
      env: options.without.has('env') ? process.env : {},
      stdio: stdio(options.without.has('seccomp') ? nothing : filter, nothing),
    })
    if (child.pid === undefined) {
      child.on('error', () => undefined)
      throw new Error(`${program} could not be started`)
    }
    return child
  } finally {
    closeSync(filter)
    closeSync(nothing)
  }
}

/** What this process inherited and would pass on is replaced by `nothing`. */
function stdio(filter: number, nothing: number): (IOType | number)[] {
  const slots: (IOType | number)[] = ['ignore', 'pipe', 'pipe', 'pipe', filter]
  for (const fd of inheritableFds(SECCOMP_FD + 1)) {
    while (slots.length < fd) slots.push('ignore')
    slots[fd] = nothing
  }
  return slots
}
