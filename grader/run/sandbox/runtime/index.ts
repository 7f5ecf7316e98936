import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Engine, WASM } from '../../../model/backend.ts'
import { sourcesKey } from './sources.ts'

/** Absolute paths of the immutable folder that sandboxes and the judge run from. */
export interface Runtime {
  readonly dir: string
  readonly node: string
  /** ESM entry of the lean tfjs with its one backend. */
  readonly tfjs: string
  /** First program of a sandbox. */
  readonly boot: string
  /** Program that says what the sandbox lets through. */
  readonly probe: string
  /** Filter program for bubblewrap's --seccomp. */
  readonly seccomp: string
}

const known = new Map<string, Promise<Runtime>>()

/**
 * The runtime for the sources as they are, built if it is not there yet: by whom ever comes first, with
 * others free to try at the same time. It lies in /var/cache/gradus for root, else in the user's cache:
 * the user that a sandbox runs as may not enter the folder where this repository was cloned.
 */
export function runtimePaths(engine: Engine = WASM): Promise<Runtime> {
  const key = JSON.stringify(engine)
  const runtime = known.get(key) ?? findOrBuild(cacheFolder(), engine)
  known.set(key, runtime)
  return runtime
}

export async function findOrBuild(cache: string, engine: Engine = WASM): Promise<Runtime> {
  const node = process.execPath
  const dir = join(cache, `runtime-${sourcesKey(node, engine)}`)
  if (!existsSync(dir)) await buildAt(dir, cache, await realpath(node), engine)
  return {
    dir,
    node: join(dir, 'node'),
    tfjs: join(dir, 'tfjs.mjs'),
    boot: join(dir, 'boot.cjs'),
    probe: join(dir, 'probe.cjs'),
    seccomp: join(dir, 'seccomp.bpf'),
  }
}

async function buildAt(dir: string, cache: string, node: string, engine: Engine): Promise<void> {
  await mkdir(cache, { recursive: true })
  if (process.getuid?.() === 0) await chmod(cache, 0o755)
  const building = await mkdtemp(join(cache, 'building-'))
  try {
    const { buildRuntime } = await import('./build.ts')
    await buildRuntime(building, node, engine)
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
    // data sets and native libraries lie there too, and are kept however old they are
    if (!/^(runtime|building)-/.test(name)) continue
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs < OLD_MILLISECONDS) continue
    await rm(join(cache, name), { recursive: true, force: true })
  }
}

const OLD_MILLISECONDS = 30 * 24 * 3600 * 1000

/** Where what is built once is kept: /var/cache/gradus for root, else in the user's cache. */
export function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/gradus'
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'gradus')
}
