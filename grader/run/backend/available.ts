import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gpuOf } from '../sandbox/index.ts'
import type { Candidate } from './choose.ts'
import { BINDING, findNative, type NativeState } from './native/manifest.ts'
import { type Device, type Pins, pinsOf } from './native/pins.ts'

/** What the probing looks at; tests pass their own. */
export interface Surroundings {
  /** The grader's cache folder. */
  readonly cache: string
  /** The folder of installed packages. */
  readonly modules: string
  /** Names in /dev. */
  readonly devices: readonly string[]
  readonly arch: string
}

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))

const INSTALL: Readonly<Record<Device, string>> = {
  cpu: 'Install it: gradus native install',
  gpu: 'Install it: gradus native install --gpu',
}

export function surroundings(cache: string): Surroundings {
  const devices = existsSync('/dev') ? readdirSync('/dev') : []
  return { cache, modules: MODULES, devices, arch: process.arch }
}

/** Every backend, best first: cheap, for nothing is loaded. */
export function availableBackends(around: Surroundings): Candidate[] {
  return [
    tensorflow('gpu', around),
    tensorflow('cpu', around),
    bundled('wasm', '@tensorflow/tfjs-backend-wasm', around),
    bundled('cpu', '@tensorflow/tfjs-backend-cpu', around),
    WEBGPU,
  ]
}

const WEBGPU: Candidate = {
  id: 'webgpu',
  device: 'gpu',
  version: '',
  usable: false,
  why: 'it has no dataSync(), which submissions may use, and needs a graphics stack inside the sandbox',
  next: null,
  native: null,
}

function bundled(id: 'wasm' | 'cpu', name: string, { modules }: Surroundings): Candidate {
  const version = versionIn(join(modules, name))
  const common = { id, device: 'cpu', native: null } as const
  if (version === null) {
    const why = `${name} is not installed`
    return { ...common, version: '', usable: false, why, next: 'Install it: npm ci' }
  }
  const why = id === 'wasm' ? 'with training kernels' : 'in plain JavaScript: slow'
  return { ...common, version, usable: true, why, next: null }
}

/** Our own build, or else a package whose install script has brought its library. */
function tensorflow(device: Device, around: Surroundings): Candidate {
  const pins = pinsOf(device, around.arch)
  const state = pins === null ? ({ kind: 'absent' } as const) : findNative(around.cache, pins)
  const found = fromState(device, state) ?? fromPackage(device, around) ?? absent(device, pins)
  if (device === 'cpu' || gpuOf(around.devices, undefined) !== null) return found
  const why = 'no NVIDIA graphics card is seen here'
  return { ...found, usable: false, why, next: 'Use the CPU: gradus native install' }
}

function fromState(device: Device, state: NativeState): Candidate | null {
  const common = { id: 'tensorflow', device, native: null } as const
  if (state.kind === 'absent') return null
  if (state.kind === 'unusable') {
    const why = `the installation ${state.why}`
    return { ...common, version: '', usable: false, why, next: `Mend it: ${command(device)}` }
  }
  const { library, manifest } = state
  const version = `${manifest.tensorflow} (tfjs-node ${manifest.tfjsNode})`
  return { ...common, version, usable: true, why: 'built here', next: null, native: library }
}

function fromPackage(device: Device, { modules }: Surroundings): Candidate | null {
  const folder = join(modules, '@tensorflow', device === 'gpu' ? 'tfjs-node-gpu' : 'tfjs-node')
  // not by require: where the library is missing it prints 150 lines
  if (!existsSync(join(folder, BINDING))) return null
  return {
    id: 'tensorflow',
    device,
    version: `tfjs-node ${versionIn(folder)}`,
    usable: true,
    why: 'the library that its package downloaded',
    next: null,
    native: { folder, key: keyOf(join(folder, BINDING)) },
  }
}

function absent(device: Device, pins: Pins | null): Candidate {
  const why = pins === null ? 'there is none for this architecture' : 'it is not installed'
  const next = pins === null ? 'Use the wasm backend.' : INSTALL[device]
  return { id: 'tensorflow', device, version: '', usable: false, why, next, native: null }
}

function command(device: Device): string {
  return `gradus native install${device === 'gpu' ? ' --gpu' : ''}`
}

function keyOf(binding: string): string {
  const { size, mtimeMs } = statSync(binding)
  return createHash('sha256').update(`${size} ${mtimeMs}`).digest('hex').slice(0, 16)
}

function versionIn(folder: string): string | null {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return null
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return null
  return String(manifest.version)
}
