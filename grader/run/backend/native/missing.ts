import { statfs } from 'node:fs/promises'
import type { Issue } from '../../../model/issue.ts'
import type { Pins } from './pins.ts'
import { runTool, type ToolOptions } from './run-tool.ts'

/** What the machine is, as far as an installation depends on it. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  /** Version of the GNU C library; null where there is none. */
  readonly glibc: string | null
}

const OLDEST_GLIBC = '2.27'

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  const report: unknown = process.report.getReport()
  return { platform: process.platform, arch: process.arch, glibc: glibcOf(report) }
}

function glibcOf(report: unknown): string | null {
  if (typeof report !== 'object' || report === null || !('header' in report)) return null
  const { header } = report
  if (typeof header !== 'object' || header === null || !('glibcVersionRuntime' in header)) {
    return null
  }
  return String(header.glibcVersionRuntime)
}

/** Why there can be no installation on such a machine, whatever is installed on it; null when there can. */
export function unfit({ platform, arch, glibc }: Machine, pins: Pins | null): Issue | null {
  if (platform !== 'linux') {
    const next = 'Use wasm, or: npm install --no-save --ignore-scripts=false @tensorflow/tfjs-node'
    return issue(`is built on Linux only, and this is ${platform}.`, next)
  }
  if (pins === null) {
    return issue(`has no library for the architecture ${arch}.`, 'Use the wasm backend.')
  }
  if (glibc === null || isOlder(glibc, OLDEST_GLIBC)) {
    const found = glibc === null ? 'another C library' : `version ${glibc}`
    const next = 'Use wasm here, or a newer Debian, Ubuntu or Fedora.'
    return issue(
      `needs the GNU C library ${OLDEST_GLIBC} or newer; this machine has ${found}.`,
      next,
    )
  }
  return null
}

/** Everything that is missing for an installation, all at once, each with how to get it. */
export async function missing(pins: Pins, cache: string, options: ToolOptions): Promise<Issue[]> {
  const works = async (program: string, ...args: string[]) =>
    (await runTool(program, args, options))?.status === 0
  const [python, pip, compiler, npm, tar, disk] = await Promise.all([
    works('python3', '--version'),
    works('python3', '-m', 'pip', '--version'),
    works(compilerOf(options.env), '--version'),
    works('npm', '--version'),
    works('tar', '--version'),
    freeBytes(cache),
  ])
  const found: (Issue | false)[] = [
    !python && issue('needs python3, which is not installed.', apt('python3 python3-pip')),
    python && !pip && issue('needs pip for python3, which is not installed.', apt('python3-pip')),
    !compiler && issue(noCompiler(options.env), apt('g++')),
    !npm && issue('needs npm, which is not on the PATH.', apt('npm')),
    !tar && issue('needs tar, which is not installed.', apt('tar')),
    disk < pins.diskBytes &&
      issue(
        `needs ${gigabytes(pins.diskBytes)} free in ${cache}; there are ${gigabytes(disk)}.`,
        'Make room there, or name another folder by XDG_CACHE_HOME (as an ordinary user).',
      ),
  ]
  return found.filter((each) => each !== false)
}

/** The C++ compiler: CXX, as make has it, or g++. */
export function compilerOf(env: ToolOptions['env']): string {
  return env['CXX'] || 'g++'
}

function noCompiler(env: ToolOptions['env']): string {
  const named = env['CXX'] ? ' (from the variable CXX)' : ''
  return `needs a C++ compiler; ${compilerOf(env)}${named} does not run.`
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}

function apt(packages: string): string {
  return `Install it: sudo apt-get install ${packages} (Debian, Ubuntu), or the same of your system.`
}

export function issue(what: string, next: string): Issue {
  return { file: 'native TensorFlow', line: null, column: null, what, next }
}

function isOlder(version: string, than: string): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number)
  const [c = 0, d = 0] = than.split('.').map(Number)
  return a < c || (a === c && b < d)
}
