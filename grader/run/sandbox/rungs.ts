import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { KNOWN_ARCHITECTURES } from './syscalls.ts'
import { findTools, isComplete, type ToolName, type Tools } from './tools.ts'
import { claimUser } from './users.ts'

const run = promisify(execFile)

/** Whether one kind of sandbox works on this machine. */
export interface RungProbe {
  readonly rung: 'A' | 'B'
  readonly usable: boolean
  /** What was found, in words. */
  readonly why: string
  /** What to do when it is not usable. */
  readonly next: string | null
}

const PACKAGES: Readonly<Record<ToolName, string>> = {
  bwrap: 'bubblewrap',
  prlimit: 'util-linux',
  setpriv: 'util-linux',
}

let known: Promise<readonly RungProbe[]> | null = null

/** Tries both rungs with a program that does nothing, which takes some milliseconds, once. */
export function probeRungs(): Promise<readonly RungProbe[]> {
  known ??= probe()
  return known
}

/** @param folders where to look for programs; the usual places by default */
export async function probe(folders?: readonly string[]): Promise<readonly RungProbe[]> {
  if (process.platform !== 'linux') {
    const why = `the sandbox needs Linux, and this is ${process.platform}`
    const next = 'Run it in a Linux virtual machine or container.'
    return [unusable('A', why, next), unusable('B', why, next)]
  }
  if (!KNOWN_ARCHITECTURES.includes(process.arch)) {
    const why = `there is no system call filter for ${process.arch}`
    const next = `Run it on ${KNOWN_ARCHITECTURES.join(' or ')}.`
    return [unusable('A', why, next), unusable('B', why, next)]
  }
  const tools = findTools(folders)
  if (!isComplete(tools)) return (['A', 'B'] as const).map((rung) => missing(rung, tools))
  return Promise.all([probeA(tools), probeB(tools)])
}

/** Debian packages of the programs that a sandbox is made with and that are not here. */
export function missingPackages(folders?: readonly string[]): readonly string[] {
  const tools = findTools(folders)
  return isComplete(tools) ? [] : packagesOf(tools)
}

function packagesOf(tools: readonly ToolName[]): readonly string[] {
  return [...new Set(tools.map((name) => PACKAGES[name]))]
}

function missing(rung: 'A' | 'B', tools: readonly ToolName[]): RungProbe {
  const packages = packagesOf(tools).join(' ')
  return unusable(
    rung,
    `${tools.join(' and ')} ${tools.length === 1 ? 'is' : 'are'} not installed`,
    `Install it: sudo apt-get install ${packages} (Debian, Ubuntu), or the same packages of your system.`,
  )
}

async function probeA(tools: Tools): Promise<RungProbe> {
  await using user = await claimUser()
  const uid = String(user.uid)
  const drop = isRoot() ? [tools.setpriv, `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'] : []
  const error = await failureOf([...drop, tools.bwrap, ...USER, ...EMPTY_ROOM])
  if (error === null) {
    return { rung: 'A', usable: true, why: 'bubblewrap works as an ordinary user', next: null }
  }
  if (error.includes('Unknown option')) {
    const next = 'Install bubblewrap 0.8 or newer: Debian 12 and Ubuntu 24.04 have it.'
    return unusable('A', 'this bubblewrap is older than 0.8', next)
  }
  return unusable(
    'A',
    `bubblewrap may not make a user namespace: ${error}`,
    'On Ubuntu 24.04 and later allow it for bubblewrap with an AppArmor profile, or on a throw-away ' +
      'machine: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0. In a container, allow user ' +
      'namespaces or run as root (rung B).',
  )
}

async function probeB(tools: Tools): Promise<RungProbe> {
  if (!isRoot()) {
    return unusable('B', 'this is not the root user', 'Run as root, or mend rung A.')
  }
  const error = await failureOf([tools.bwrap, ...EMPTY_ROOM])
  if (error === null) {
    return { rung: 'B', usable: true, why: 'bubblewrap works as root', next: null }
  }
  return unusable(
    'B',
    `bubblewrap may not make namespaces as root: ${error}`,
    'The container lacks CAP_SYS_ADMIN: run it with more rights, or mend rung A.',
  )
}

const USER = ['--unshare-user', '--disable-userns']

/** A namespace of each kind, and a program that ends at once. */
const EMPTY_ROOM = [
  ...['--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts', '--die-with-parent'],
  ...['--ro-bind', '/', '/', '--proc', '/proc', '--', '/bin/true'],
]

async function failureOf([program = '', ...args]: readonly string[]): Promise<string | null> {
  try {
    await run(program, args, { env: {}, cwd: '/', timeout: 10_000 })
    return null
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    return text.trim().split('\n')[0] || String(error)
  }
}

function unusable(rung: 'A' | 'B', why: string, next: string): RungProbe {
  return { rung, usable: false, why, next }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
