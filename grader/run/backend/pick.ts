import type { Backend, BackendId, Engine, NativeLibrary } from '../../model/backend.ts'
import { InputError } from '../../model/issue.ts'
import { cacheFolder, runtimePaths } from '../sandbox/index.ts'
import { adopt } from './adopt.ts'
import { availableBackends, surroundings } from './available.ts'
import { type Candidate, chooseBackend, nameOf } from './choose.ts'

export interface PickOptions {
  /** Of `--backend`. */
  readonly asked?: BackendId | 'auto' | undefined
  readonly prefer: readonly BackendId[]
  readonly available?: readonly Candidate[]
  /** Makes a backend ready, which a native library may fail; by default builds the runtime for it. */
  readonly prepare?: (backend: Backend) => Promise<unknown>
}

/**
 * The backend to run on, tried: a native library that turns out not to load is passed over, and the reason
 * says so. Throws InputError where what was asked for cannot be had.
 */
export async function pickBackend(options: PickOptions): Promise<Backend> {
  const { prefer, prepare = runtimePaths } = options
  const asked = options.asked === undefined || options.asked === 'auto' ? null : options.asked
  let available = options.available ?? availableBackends(surroundings(cacheFolder()))
  for (;;) {
    const choice = chooseBackend({ asked, prefer, available })
    if ('refused' in choice) throw refusal(choice.refused)
    const { backend } = choice
    try {
      const ready = { ...backend, native: await adopted(backend.native) }
      await prepare(ready)
      return ready
    } catch (error) {
      // what is part of TensorFlow.js always starts: if not, the grader is at fault
      if (backend.native === null) throw error
      const { id, device } = backend
      available = available.map((one) =>
        one.id === id && one.device === device ? failing(one, error) : one,
      )
    }
  }
}

/** The candidate as it is after its library was loaded and trained a step. */
export async function tryCandidate(
  candidate: Candidate,
  prepare: (backend: Engine) => Promise<unknown> = runtimePaths,
): Promise<Candidate> {
  const { id, device, native } = candidate
  if (id === 'webgpu') return candidate
  try {
    await prepare({ id, device, native: await adopted(native) })
    return candidate
  } catch (error) {
    return failing(candidate, error)
  }
}

/** The backend that is always there, for work whose results must not depend on the machine. */
export function wasmBackend(): Backend {
  const available = availableBackends(surroundings(cacheFolder()))
  const choice = chooseBackend({ asked: 'wasm', prefer: [], available })
  if ('refused' in choice) throw refusal(choice.refused)
  return choice.backend
}

async function adopted(library: NativeLibrary | null): Promise<NativeLibrary | null> {
  return library === null ? null : await adopt(library, cacheFolder())
}

function failing(candidate: Candidate, error: unknown): Candidate {
  const gpu = candidate.device === 'gpu' ? ' --gpu' : ''
  const next = `Install it again: gradus native remove && gradus native install${gpu}`
  return { ...candidate, usable: false, why: `it does not load: ${firstWords(error)}`, next }
}

/** The line that says what is wrong: Node prints a stack, the loader a single line. */
function firstWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const line = /^\w*Error: .*$/m.exec(text)?.[0] ?? text.split('\n', 1)[0] ?? ''
  return line.slice(0, 200)
}

function refusal(refused: readonly Candidate[]): InputError {
  return new InputError(
    refused.map((candidate) => ({
      file: `backend ${nameOf(candidate)}`,
      line: null,
      column: null,
      what: `cannot be used: ${candidate.why}.`,
      next: candidate.next ?? 'Leave --backend out to use the best that is there.',
    })),
  )
}
