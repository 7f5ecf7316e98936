import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where what is built once is kept: /var/cache/gradus for root, else in the user's cache. */
export function cacheFolder(): string {
  if (process.getuid?.() === 0) return '/var/cache/gradus'
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'gradus')
}

/**
 * The folder `cache/name`, filled by `build` if it is not there yet: by whom ever comes first, with others
 * free to try at the same time.
 */
export async function builtOnce(
  cache: string,
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const dir = join(cache, name)
  if (existsSync(dir)) return dir
  await mkdir(cache, { recursive: true })
  if (process.getuid?.() === 0) await chmod(cache, 0o755)
  const building = await mkdtemp(join(cache, 'building-'))
  try {
    await build(building)
    // a folder gets its name when it is complete, so that a name that exists can be trusted
    await rename(building, dir)
    await removeOld(cache)
  } catch (error) {
    if (!existsSync(dir)) throw error
    // another builder was faster
  } finally {
    await rm(building, { recursive: true, force: true })
  }
  return dir
}

/** What was built from sources that have long been changed. */
async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    // data sets and native libraries lie there too, and are kept however old they are
    if (!/^(runtime|packages|building)-/.test(name)) continue
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs < OLD_MILLISECONDS) continue
    await rm(join(cache, name), { recursive: true, force: true })
  }
}

const OLD_MILLISECONDS = 30 * 24 * 3600 * 1000
