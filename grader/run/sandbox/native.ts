import { existsSync, readdirSync } from 'node:fs'
import type { Engine } from '../../model/backend.ts'

/** Where the package of a native backend is seen inside. */
export const NATIVE_FOLDER = '/native'

/** Threads that TensorFlow computes with at most; more gain little, and the sandbox counts its threads. */
const MAX_THREADS = 8

/**
 * Address space that CUDA maps beside what a submission allocates, in MB. An estimate: no GPU was at hand
 * to measure it.
 */
const CUDA_MB = 16_000

/** Drivers that a container's runtime puts there, outside the folders that a loader searches. */
const CONTAINER_DRIVERS = '/usr/local/nvidia'

/** A graphics card as the sandbox needs it. */
export interface Gpu {
  /** Absolute paths of device files. */
  readonly devices: readonly string[]
  /** CUDA_VISIBLE_DEVICES. */
  readonly visible: string
}

/**
 * Environment variables of a process that computes on this backend, judge and sandbox alike: quiet, with as
 * many threads as cores, and on a GPU without the kernels whose sums come out differently each time.
 */
export function nativeVariables(
  { id, device }: Engine,
  cores: number,
  gpu: Gpu | null,
): Readonly<Record<string, string>> {
  if (id !== 'tensorflow') return {}
  const threads = String(Math.min(cores, MAX_THREADS))
  return {
    TF_CPP_MIN_LOG_LEVEL: '3',
    TF_NUM_INTRAOP_THREADS: threads,
    TF_NUM_INTEROP_THREADS: threads,
    OMP_NUM_THREADS: threads,
    ...(device === 'cpu'
      ? // a build for GPUs leaves them alone
        { CUDA_VISIBLE_DEVICES: '-1' }
      : {
          CUDA_VISIBLE_DEVICES: gpu?.visible ?? '0',
          TF_DETERMINISTIC_OPS: '1',
          // judge and sandbox share the card: by default the first takes all of its memory
          TF_FORCE_GPU_ALLOW_GROWTH: 'true',
          LD_LIBRARY_PATH: `${CONTAINER_DRIVERS}/lib64:${CONTAINER_DRIVERS}/lib`,
        }),
  }
}

/** bubblewrap's arguments for the files and devices of a backend; they follow those for /dev. */
export function nativeMounts({ native, device }: Engine, gpu: Gpu | null): string[] {
  if (native === null) return []
  const devices = device === 'gpu' ? (gpu?.devices ?? []) : []
  return [
    ...['--perms', '0755', '--dir', NATIVE_FOLDER, '--ro-bind', native.folder, NATIVE_FOLDER],
    ...(device === 'gpu' ? ['--ro-bind-try', CONTAINER_DRIVERS, CONTAINER_DRIVERS] : []),
    ...devices.flatMap((path) => ['--dev-bind', path, path]),
  ]
}

/** The limits on memory of one process, as arguments of prlimit; `addressBytes` bounds what is reserved. */
export function memoryLimits(
  { device }: Engine,
  memoryMB: number,
  addressBytes: number,
): readonly string[] {
  if (device === 'cpu') return [`--data=${memoryMB * 1_000_000}`, `--as=${addressBytes}`]
  // CUDA reserves address space for the memory of machine and card together
  return [`--data=${(memoryMB + CUDA_MB) * 1_000_000}`]
}

/** The device files of the graphics cards that are to be seen; null when the driver has made none. */
export function gpuOf(devices: readonly string[], visible: string | undefined): Gpu | null {
  const cards = devices.filter((name) => /^nvidia\d+$/.test(name))
  if (cards.length === 0) return null
  const shared = devices.filter((name) => ['nvidiactl', 'nvidia-uvm'].includes(name))
  const wanted = visible ?? '0'
  const isNumbers = /^\d+(,\d+)*$/.test(wanted)
  // cards named by their UUID could be any
  const seen = isNumbers ? wanted.split(',').map((index) => `nvidia${index}`) : cards
  return {
    visible: wanted,
    devices: [...shared, ...cards.filter((name) => seen.includes(name))].map(
      (name) => `/dev/${name}`,
    ),
  }
}

/** The cards of this machine that CUDA_VISIBLE_DEVICES lets be seen. */
export function gpuHere(): Gpu | null {
  if (!existsSync('/dev')) return null
  return gpuOf(readdirSync('/dev'), process.env['CUDA_VISIBLE_DEVICES'])
}
