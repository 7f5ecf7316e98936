import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { commandLine, type LaunchOptions } from './launch.ts'

/**
 * Starts a sandbox with no environment and no file descriptors but pipes: output on 1 and 2, the judge's
 * requests on 3, and for bubblewrap alone the filter on 4. Throws when the program cannot be started.
 */
export function startProcess(options: LaunchOptions): ChildProcess {
  const [program, ...args] = commandLine(options)
  if (program === undefined) throw new Error('an empty command line')
  const filter = openSync(options.runtime.seccomp, 'r')
  try {
    const child = spawn(program, args, {
      cwd: '/',
      env: options.without.has('env') ? process.env : {},
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', options.without.has('seccomp') ? 'ignore' : filter],
    })
    if (child.pid === undefined) {
      child.on('error', () => undefined)
      throw new Error(`${program} could not be started`)
    }
    return child
  } finally {
    closeSync(filter)
  }
}
