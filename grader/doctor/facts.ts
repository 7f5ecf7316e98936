import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { freemem, tmpdir, totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { PACKAGES, type PackageName } from '../model/package.ts'
import { availableBackends, surroundings } from '../run/backend/available.ts'
import type { Candidate } from '../run/backend/choose.ts'
import { tryCandidate } from '../run/backend/pick.ts'
import { cacheFolder, examineRungs, gpuHere, packageProblem } from '../run/sandbox/index.ts'
import type { Data, Facts } from './findings.ts'

const run = promisify(execFile)

type Environment = Readonly<Record<string, string | undefined>>

/** A lab, as far as the doctor looks at it. */
interface Needy {
  readonly id: string
  readonly packages: readonly PackageName[]
}

/** Looks at this machine: enters the sandbox, and has each backend train a step. */
export async function gatherFacts(
  env: Environment,
  cwd: string,
  labs: readonly Needy[],
): Promise<Facts> {
  const cache = cacheFolder()
  const [rungs, backends, git, packages, disks] = await Promise.all([
    examineRungs(),
    triedBackends(cache),
    versionOfGit(env),
    Promise.all(PACKAGES.map((name) => factOf(name, labs))),
    Promise.all(folders(cache).map(async (folder) => ({ folder, free: await freeBytes(folder) }))),
  ])
  return {
    node: process.versions.node,
    git,
    rungs,
    backends,
    cards: gpuHere()?.devices ?? null,
    memory: { total: totalmem(), free: freemem() },
    disks,
    packages,
    data: dataAt(env['GRADUS_DATA'], cwd),
  }
}

async function factOf(name: PackageName, labs: readonly Needy[]) {
  const needy = labs.filter(({ packages }) => packages.includes(name))
  return { name, problem: await packageProblem(name), labs: needy.map(({ id }) => id) }
}

/** Those with a library of their own are loaded: whether they work cannot be seen from outside. */
function triedBackends(cache: string): Promise<Candidate[]> {
  return Promise.all(
    availableBackends(surroundings(cache)).map((candidate) =>
      candidate.usable && candidate.native !== null ? tryCandidate(candidate) : candidate,
    ),
  )
}

export async function versionOfGit(env: Environment): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['--version'], { env: { ...env } })
    return stdout.trim().replace(/^git version /, '')
  } catch {
    return null
  }
}

/** Where things are written; a cache that is not made yet lies in the folder that will hold it. */
function folders(cache: string): string[] {
  let folder = cache
  while (!existsSync(folder)) folder = dirname(folder)
  return [...new Set([folder, tmpdir()])]
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

export function dataAt(value: string | undefined, cwd: string): Data {
  if (value === undefined || value === '') return { kind: 'unset' }
  const folder = resolve(cwd, value)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) return { kind: 'missing', folder }
  const sets = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  return { kind: 'there', folder, sets: sets.sort() }
}
