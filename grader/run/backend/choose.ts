import type { Backend, BackendId, NativeLibrary } from '../../model/backend.ts'

/** One backend on this machine, usable or not. */
export interface Candidate {
  readonly id: BackendId
  readonly device: 'cpu' | 'gpu'
  /** Empty where it is not there. */
  readonly version: string
  readonly usable: boolean
  /** What it is, or why it cannot be used. */
  readonly why: string
  /** What would make it usable. */
  readonly next: string | null
  readonly native: NativeLibrary | null
}

export interface Question {
  /** Of `--backend`; null for the automatic choice. */
  readonly asked: BackendId | null
  /** The lab's own order; backends that it does not name come after. */
  readonly prefer: readonly BackendId[]
  /** Every backend, best first. */
  readonly available: readonly Candidate[]
}

export type Choice =
  | { readonly backend: Backend }
  /** Nothing fits: all that was tried, each with its reason. */
  | { readonly refused: readonly Candidate[] }

/**
 * The backend to run on. What was asked for is taken or refused, never replaced. Otherwise it is the first
 * that is usable: of the lab's preferred ones in its order, then of the rest in theirs. webgpu is never
 * chosen unasked: without synchronous reads most code written for TensorFlow.js does not run on it.
 */
export function chooseBackend({ asked, prefer, available }: Question): Choice {
  const order =
    asked === null ? inOrder(prefer, available) : available.filter(({ id }) => id === asked)
  const at = order.findIndex(({ usable }) => usable)
  const chosen = order[at]
  if (chosen === undefined || chosen.id === 'webgpu') return { refused: order }
  const { id, version, device, native } = chosen
  const reason = asked === null ? reasonOf(chosen, prefer, order.slice(0, at)) : 'asked for'
  return { backend: { id, version, device, reason, native } }
}

function inOrder(prefer: readonly BackendId[], available: readonly Candidate[]): Candidate[] {
  const rank = ({ id }: Candidate) => {
    const place = prefer.indexOf(id)
    return place === -1 ? prefer.length : place
  }
  // the sort is stable: a GPU stays before the CPU
  return available.filter(({ id }) => id !== 'webgpu').sort((a, b) => rank(a) - rank(b))
}

/** Why this one, and why none of those before it. */
function reasonOf(
  { id }: Candidate,
  prefer: readonly BackendId[],
  passed: readonly Candidate[],
): string {
  const wanted = prefer.includes(id) ? 'preferred by the lab' : 'the first that is usable'
  return [wanted, ...passed.map((other) => `${nameOf(other)}: ${other.why}`)].join('; ')
}

/** As people call it: `tensorflow (gpu)`, `wasm`. */
export function nameOf({ id, device }: Pick<Candidate, 'id' | 'device'>): string {
  return id === 'tensorflow' ? `${id} (${device})` : id
}
