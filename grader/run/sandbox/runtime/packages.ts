import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackageName } from '../../../model/package.ts'
import { builtOnce, cacheFolder } from './cache.ts'

const SOURCES = [new URL('../packages/', import.meta.url), new URL('./', import.meta.url)]

const known = new Map<string, Promise<string | null>>()

/**
 * The immutable folder of the packages that a lab adds, built if it is not there yet; null when it adds none.
 * For each there is `NAME.mjs`, which submissions import, and `NAME.cjs`, which is loaded before them. Throws
 * an Error in words for people where a package does not work on this machine.
 */
export function packagesFolder(packages: readonly PackageName[]): Promise<string | null> {
  const key = packages.join()
  const folder = known.get(key) ?? findOrBuildPackages(cacheFolder(), packages)
  known.set(key, folder)
  return folder
}

export async function findOrBuildPackages(
  cache: string,
  packages: readonly PackageName[],
): Promise<string | null> {
  if (packages.length === 0) return null
  return builtOnce(cache, `packages-${keyOf(packages)}`, async (folder) => {
    for (const name of packages) {
      const problem = await packageProblem(name)
      if (problem !== null) throw new Error(`${problem}. ${MEND_PACKAGES}`)
    }
    const { buildPackages } = await import('./build-packages.ts')
    await buildPackages(folder, packages)
  })
}

/** How a package that does not work here is mended. */
export const MEND_PACKAGES = 'Install the packages for this machine: npm ci --include=optional'

/** Why a package does not work on this machine, in a sentence; null where it does. */
export async function packageProblem(name: PackageName): Promise<string | null> {
  const { sharpFiles } = await import('./sharp-files.ts')
  const files: Readonly<Record<PackageName, () => unknown>> = { sharp: sharpFiles }
  try {
    files[name]()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function keyOf(packages: readonly PackageName[]): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const name of [...packages, 'rolldown']) hash.update(`${name} ${versionOf(name)}\n`)
  for (const folder of SOURCES.map((url) => fileURLToPath(url))) {
    const names = readdirSync(folder).filter((name) => !name.includes('.test.'))
    for (const name of names.sort())
      hash.update(`${name}\n`).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 24)
}

function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url)
  if (file === undefined) throw new Error(`${name} is not installed: run npm ci.`)
  const { version } = JSON.parse(readFileSync(file, 'utf8'))
  return String(version)
}
