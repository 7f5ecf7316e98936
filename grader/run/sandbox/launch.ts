import type { Engine } from '../../model/backend.ts'
import type { Limits } from '../../model/lab.ts'
import { SANDBOX_FLAGS } from './flags.ts'
import { type Gpu, memoryLimits, NATIVE_FOLDER, nativeMounts, nativeVariables } from './native.ts'
import { PACKAGES_FOLDER, packageMounts, packageVariables } from './packages.ts'
import type { Runtime } from './runtime/index.ts'
import type { Tools } from './tools.ts'

export type Layer = 'seccomp' | 'namespaces' | 'rlimits' | 'env' | 'caps'

/** A: bubblewrap as an ordinary user. B: bubblewrap as root, without a user namespace. */
export type RealRung = 'A' | 'B'

export interface LaunchOptions {
  readonly rung: RealRung
  readonly runtime: Runtime
  readonly tools: Tools
  /** Program and arguments for Node: paths as they are inside, see `insidePaths`. */
  readonly program: readonly string[]
  /** Host folder that is seen, read-only, where the submission's files are looked for. */
  readonly submission: string
  readonly limits: Limits
  /** What the program computes on. */
  readonly backend: Engine
  /** Null where there is none. */
  readonly gpu: Gpu | null
  /** Host folder of the packages that the lab adds; null when it adds none. */
  readonly packages: string | null
  /** Whether this process is root. */
  readonly root: boolean
  /** The user, and group, that a submission runs as when this process is root. */
  readonly uid: number
  readonly cores: number
  readonly without: ReadonlySet<Layer>
}

/** Where things are for the program inside. Without the namespaces they are where they are outside. */
export function insidePaths(
  options: Pick<LaunchOptions, 'without' | 'submission' | 'backend' | 'packages'> & {
    runtime: { readonly dir: string }
  },
): InsidePaths {
  const { native } = options.backend
  if (options.without.has('namespaces')) {
    const { runtime, submission, packages } = options
    return { runtime: runtime.dir, submission, native: native?.folder ?? null, packages }
  }
  return {
    runtime: '/rt',
    submission: '/app/sub',
    native: native === null ? null : NATIVE_FOLDER,
    packages: options.packages === null ? null : PACKAGES_FOLDER,
  }
}

interface InsidePaths {
  readonly runtime: string
  readonly submission: string
  readonly native: string | null
  readonly packages: string | null
}

/** The file descriptor that bubblewrap reads the filter from. */
export const SECCOMP_FD = 4

/** Writable files are none but pipes; this bounds what a core or a sparse file could ever be. */
const FILE_BYTES = 16 * 1024 * 1024

/**
 * Room for a dozen wasm memories of 8 GiB reserved. Reserved memory that is only read needs page tables, of
 * a 512th of its size, that no other limit counts.
 */
const ADDRESS_BYTES = 128 * 2 ** 30

/** Node needs some 11 threads; the rest is for Workers, which an honest submission has no use for. */
const THREADS = 64

/**
 * The whole command line, outermost program first: uid drop (root on rung A), outer limits, bubblewrap,
 * inner limits and uid drop (rung B), Node.
 */
export function commandLine(options: LaunchOptions): readonly string[] {
  return [
    ...dropOutside(options),
    ...limitOutside(options),
    ...bubblewrap(options),
    '--',
    ...limitInside(options),
    ...dropInside(options),
    `${insidePaths(options).runtime}/node`,
    ...(options.without.has('rlimits') ? SANDBOX_FLAGS.slice(2) : SANDBOX_FLAGS),
    ...options.program,
  ]
}

/** bubblewrap started by real root leaves files such as core_pattern writable: rung A leaves root first. */
function dropOutside({ rung, root, tools, uid, without }: LaunchOptions): string[] {
  if (rung !== 'A' || !root || without.has('caps')) return []
  return [tools.setpriv, `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--']
}

function limitOutside({ tools, limits, cores, backend, without }: LaunchOptions): string[] {
  if (without.has('rlimits')) return []
  const wallSeconds = limits.bootSeconds + limits.totalSeconds
  return [
    tools.prlimit,
    // what counts for memory: wasm reserves far more address space than it uses
    ...memoryLimits(backend, limits.memoryMB, ADDRESS_BYTES),
    `--fsize=${FILE_BYTES}`,
    '--nofile=256',
    '--core=0',
    `--cpu=${Math.ceil(2 * wallSeconds * cores)}`,
    '--',
  ]
}

function bubblewrap(options: LaunchOptions): string[] {
  const { rung, tools, without } = options
  return [
    tools.bwrap,
    ...(without.has('namespaces')
      ? ['--bind', '/', '/', '--dev-bind', '/dev', '/dev']
      : isolate(rung)),
    '--die-with-parent',
    '--new-session',
    ...(without.has('caps') ? keepCapabilities(options) : dropCapabilities(rung)),
    ...(without.has('env') ? [] : cleanEnvironment(options)),
    ...(without.has('namespaces') ? [] : mounts(options)),
    '--chdir',
    '/',
    ...(without.has('seccomp') ? [] : ['--seccomp', String(SECCOMP_FD)]),
  ]
}

function isolate(rung: RealRung): string[] {
  return [
    ...(rung === 'A' ? ['--unshare-user', '--disable-userns'] : []),
    '--unshare-pid',
    '--unshare-net',
    '--unshare-ipc',
    '--unshare-uts',
    '--unshare-cgroup-try',
    '--hostname',
    'sandbox',
  ]
}

/** Rung B leaves root by setpriv inside, which needs three capabilities until then. */
function dropCapabilities(rung: RealRung): string[] {
  const needed = rung === 'B' ? ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'] : []
  return ['--cap-drop', 'ALL', ...needed.flatMap((name) => ['--cap-add', name])]
}

function keepCapabilities({ root, rung }: LaunchOptions): string[] {
  return root && rung === 'B' ? ['--cap-add', 'ALL'] : []
}

/**
 * On rung A Node is process 1, or the environment of bubblewrap would stay readable in /proc/1/environ. On
 * rung B process 1 must stay root's: the parent-death signal comes from a bubblewrap that has no right to
 * kill another user's process. Node there is another user, who may not read root's environment.
 */
function cleanEnvironment(options: LaunchOptions): string[] {
  const { rung, backend, gpu, packages, cores, without } = options
  const first = rung === 'A' && !without.has('namespaces')
  const variables = {
    ...nativeVariables(backend, cores, gpu),
    ...packageVariables(packages, cores),
  }
  return [
    '--clearenv',
    ...['--setenv', 'HOME', '/nonexistent'],
    // what transforms TypeScript would reserve 1 GiB, which counts as the submission's
    ...['--setenv', 'MIMALLOC_ARENA_RESERVE', '65536'],
    ...Object.entries(variables).flatMap((pair) => ['--setenv', ...pair]),
    ...(first ? ['--as-pid-1'] : []),
  ]
}

function mounts(options: LaunchOptions): string[] {
  const { rung, runtime, tools, submission, backend, gpu, packages } = options
  // as root, bubblewrap makes the folders on the way to a mount point private
  const folders = ['/usr', '/app', '/n'].flatMap((path) => ['--perms', '0755', '--dir', path])
  const read = (from: string, to: string) => ['--ro-bind', from, to]
  return [
    ...folders,
    ...read('/usr/lib', '/usr/lib'),
    ...['--ro-bind-try', '/usr/lib64', '/usr/lib64'],
    ...['--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
    ...read(tools.prlimit, '/n/prlimit'),
    ...(rung === 'B' ? read(tools.setpriv, '/n/setpriv') : []),
    ...read(runtime.dir, '/rt'),
    ...read(submission, '/app/sub'),
    ...['--proc', '/proc', '--dev', '/dev', '--perms', '0755', '--dir', '/tmp'],
    ...nativeMounts(backend, gpu),
    ...packageMounts(packages),
    ...['--remount-ro', '/dev', '--remount-ro', '/'],
  ]
}

/** Outside, this limit would count the user's other processes. */
function limitInside({ tools, without }: LaunchOptions): string[] {
  if (without.has('rlimits')) return []
  const prlimit = without.has('namespaces') ? tools.prlimit : '/n/prlimit'
  return [prlimit, `--nproc=${THREADS}`, '--']
}

/** Changing the user clears the parent-death signal, so it is asked for again. */
function dropInside({ rung, tools, uid, without }: LaunchOptions): string[] {
  if (rung !== 'B' || without.has('caps')) return []
  return [
    without.has('namespaces') ? tools.setpriv : '/n/setpriv',
    `--reuid=${uid}`,
    `--regid=${uid}`,
    '--clear-groups',
    '--bounding-set=-all',
    '--inh-caps=-all',
    '--no-new-privs',
    '--pdeathsig',
    'KILL',
    '--',
  ]
}
