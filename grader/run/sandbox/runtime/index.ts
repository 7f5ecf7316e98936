import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { sourcesKey } from './sources.ts'

/** Absolute paths of the immutable folder that sandboxes and the judge run from. */
export interface Runtime {
  readonly dir: string
  readonly node: string
  /** ESM entry of the lean tfjs with the wasm backend and its training kernels. */
  readonly tfjs: string
  /** First program of a sandbox. */
  readonly boot: string
  /** Program that says what the sandbox lets through. */
  readonly probe: string
  /** Filter program for bubblewrap's --seccomp. */
  readonly seccomp: string
}

let known: Promise<Runtime> | null = null

/**
 * The runtime for the sources as they are, built if it is not there yet: by whom ever comes first, with
 * others free to try at the same time. It lies in /var/cache/gradus for root, else in the user's cache:
 * the user that a sandbox runs as may not enter the folder where this repository was cloned.
 */
export function runtimePaths(): Promise<Runtime> {
  known ??= findOrBuild(cacheFolder())
  return known
}

export async function findOrBuild(cache: string): Promise<Runtime> {
  const node = process.execPath
  const dir = join(cache, `runtime-${sourcesKey(node)}`)
  if (!existsSync(dir)) await buildAt(dir, cache, await realpath(node))
  return {
    dir,
    node: join(dir, 'node'),
    tfjs: join(dir, 'tfjs.mjs'),
    boot: join(dir, 'boot.cjs'),
    probe: join(dir, 'probe.cjs'),
    seccomp: join(dir, 'seccomp.bpf'),
  }
}

async function buildAt(dir: string, cache: string, node: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  if (process.getuid?.() === 0) await chmod(cache, 0o755)
  const building = await mkdtemp(join(cache, 'building-'))
  try {
    const { buildRuntime } = await import('./build.ts')
    await buildRuntime(building, node)
    // a folder gets its name when it is complete, so that a name that exists can be trusted
    await rename(building, dir)
    await removeOld(cache)
  } catch (error) {
    if (!existsSync(dir)) throw error
    // another builder was faster
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

/** Runtimes of sources that have long been changed. */
async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs < OLD_MILLISECONDS) continue
    await rm(join(cache, name), { recursive: true, force: true })
  }
}

const OLD_MILLISECONDS = 30 * 24 * 3600 * 1000

function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/gradus'
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'gradus')
}
