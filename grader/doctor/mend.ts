import { spawn } from 'node:child_process'
import type { Output } from '../commands/world.ts'

export interface Mending {
  /** Debian packages that are missing. */
  readonly packages: readonly string[]
  readonly isRoot: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stderr: Output
}

/** Installs Debian packages where that is possible; otherwise says the command. Gives whether all is there. */
export async function mendPackages({ packages, isRoot, env, stderr }: Mending): Promise<boolean> {
  if (packages.length === 0) return true
  const names = packages.join(' ')
  const command = `apt-get update && apt-get install ${names}`
  if (!isRoot) {
    stderr.write(`Only root may install ${names}: sudo sh -c '${command}'\n`)
    return false
  }
  stderr.write(`Installing ${names} by apt-get.\n`)
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '--yes', '--quiet=2', '--no-install-recommends', ...packages]
  for (const args of [['update', '--quiet=2'], install]) {
    const status = await aptGet(args, quiet)
    if (status === null) {
      stderr.write(`apt-get is not here: install ${names} in the way of your system.\n`)
      return false
    }
    if (status !== 0) {
      stderr.write(`apt-get ${args.join(' ')} failed: run it by hand to see why.\n`)
      return false
    }
  }
  return true
}

/** Exit status; null when there is no apt-get. */
function aptGet(args: readonly string[], env: Mending['env']): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>()
  const child = spawn('apt-get', args, { env, stdio: 'ignore' })
  child.on('error', () => resolve(null))
  child.on('close', (status) => resolve(status ?? 1))
  return promise
}
