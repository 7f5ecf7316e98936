import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InputError } from '../../../model/issue.ts'
import { compileBinding, fetchPackage, fetchWheels } from './make.ts'
import { describeFolder, findNative, manifestFile, nativeFolder } from './manifest.ts'
import { type Machine, missing, thisMachine, unfit } from './missing.ts'
import type { Pins } from './pins.ts'
import type { ToolOptions } from './run-tool.ts'
import { tryBinding } from './trial.ts'

export interface InstallOptions {
  readonly pins: Pins | null
  /** The folder of caches that the installation becomes part of. */
  readonly cache: string
  readonly env: ToolOptions['env']
  /** Ends it; what was done so far is undone. */
  readonly signal?: AbortSignal
  /** Called as it goes on, with a part of the whole in 0..1. */
  readonly progress?: (part: number, what: string) => void
  readonly machine?: Machine
  readonly trial?: typeof tryBinding
}

export interface Installed {
  readonly folder: string
  readonly tensorflow: string
  /** False when it was there before. */
  readonly fresh: boolean
}

const BUILDING = 'native-building-'

/**
 * Builds tfjs-node's binding against the TensorFlow library of its Python wheel, in the cache folder. It gets
 * its name when it is whole and has been tried: a folder with that name can be trusted. Throws InputError
 * that says what is missing, all of it at once, or which step failed.
 */
export async function installNative(options: InstallOptions): Promise<Installed> {
  const { pins, cache, progress = () => undefined, machine = thisMachine() } = options
  const hopeless = unfit(machine, pins)
  if (hopeless !== null || pins === null) throw new InputError(hopeless === null ? [] : [hopeless])
  const found = findNative(cache, pins)
  if (found.kind === 'there') {
    const { tensorflow } = found.manifest
    return { folder: found.library.folder, tensorflow, fresh: false }
  }
  await mkdir(cache, { recursive: true })
  await removeAbandoned(cache)
  const lacking = await missing(pins, cache, { ...options, cwd: cache })
  if (lacking.length > 0) throw new InputError(lacking)
  const building = await mkdtemp(join(cache, `${BUILDING}${process.pid}-`))
  try {
    await build(building, pins, options)
    progress(1, 'done')
    await replace(building, nativeFolder(cache, pins.device))
  } finally {
    await rm(building, { recursive: true, force: true })
  }
  return {
    folder: nativeFolder(cache, pins.device),
    tensorflow: pins.tensorflow,
    fresh: true,
  }
}

async function build(building: string, pins: Pins, options: InstallOptions): Promise<void> {
  const { progress = () => undefined, trial = tryBinding, signal } = options
  const scratch = join(building, 'scratch')
  await mkdir(scratch)
  const env = { ...options.env, TMPDIR: scratch }
  const tools: ToolOptions = { cwd: scratch, env, signal }
  const folder = join(building, 'package')
  progress(0, 'the package tfjs-node')
  await fetchPackage(pins.tfjsNode, folder, tools)
  const headers = join(scratch, 'headers')
  await fetchPackage(pins.headers, headers, tools)
  await fetchWheels(pins, folder, tools, (part) => progress(0.85 * part, 'TensorFlow'))
  progress(0.9, 'the binding')
  await compileBinding(folder, headers, tools)
  progress(0.97, 'a trial')
  await trial(folder, pins, tools)
  await rm(scratch, { recursive: true })
  await makeReadable(folder)
  const manifest = await describeFolder(folder, pins)
  await writeFile(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** For the user that a sandbox runs as, whatever the umask is. */
export async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const mode = entry.isDirectory() ? 0o755 : 0o644
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), mode)
  }
}

/** What stood there goes only when its successor is whole. */
async function replace(building: string, folder: string): Promise<void> {
  if (existsSync(folder)) await rename(folder, join(building, 'old'))
  await rename(join(building, 'package'), folder)
}

/** Removes what installations left behind that were killed. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const [, pid] = new RegExp(`^${BUILDING}(\\d+)-`).exec(name) ?? []
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(join(cache, name), { recursive: true, force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes what was installed, and what killed installations left. Gives the names of what went. */
export async function removeNative(cache: string): Promise<readonly string[]> {
  if (!existsSync(cache)) return []
  await removeAbandoned(cache)
  const names = await readdir(cache)
  const folders = names
    .filter((name) => /^native-(cpu|gpu|adopted-\w+)$/.test(name))
    .map((name) => join(cache, name))
  for (const folder of folders) {
    // first it loses its name, so that nobody finds it half gone
    const going = join(cache, `${BUILDING}${process.pid}-${basename(folder)}`)
    await rename(folder, going)
    await rm(going, { recursive: true })
  }
  return folders
}
