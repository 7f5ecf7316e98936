import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, WASM } from '../../../model/backend.ts'
import { builtOnce, cacheFolder } from './cache.ts'
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
  const dir = await builtOnce(cache, `runtime-${sourcesKey(node, engine)}`, async (folder) => {
    const { buildRuntime } = await import('./build.ts')
    await buildRuntime(folder, await realpath(node), engine)
  })
  return {
    dir,
    node: join(dir, 'node'),
    tfjs: join(dir, 'tfjs.mjs'),
    boot: join(dir, 'boot.cjs'),
    probe: join(dir, 'probe.cjs'),
    seccomp: join(dir, 'seccomp.bpf'),
  }
}
