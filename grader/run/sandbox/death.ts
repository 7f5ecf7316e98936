import { constants } from 'node:os'
import type { Limits } from '../../model/lab.ts'
import type { Failure, Limit } from '../../model/value.ts'

/** Why the judge ended a sandbox. */
export type KillReason =
  | { readonly kind: 'limit'; readonly limit: Limit }
  | { readonly kind: 'protocol'; readonly message: string }
  | { readonly kind: 'closed' }

/** The end of a sandbox: the judge's own doing, or an exit that it saw. */
export interface Death {
  /** Null when the process ended by itself. */
  readonly killed: KillReason | null
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stderr: string
}

/** Bytes that a submission may print. */
export const OUTPUT_BYTES = 1_000_000

const SIGNAL_BASE = 128

/** How V8, the C++ library and Node word it as they end the process. */
const OUT_OF_MEMORY =
  /heap out of memory|Reached heap limit|allocation failed|out of memory|bad_alloc|Cannot allocate/i

/** The failure of the request during which the sandbox died. Only wording depends on what it printed. */
export function failureOfDeath(death: Death, limits: Limits): Failure {
  const { killed, status, signal, stderr } = death
  if (killed?.kind === 'limit') return limitFailure(killed.limit, limits)
  if (killed?.kind === 'protocol') {
    return crash(
      'protocol',
      `sent bytes that nobody asked for or that make no sense: ${killed.message}`,
    )
  }
  if (killed?.kind === 'closed') return fault('the session was closed during the request')
  if (OUT_OF_MEMORY.test(stderr)) return limitFailure('memory', limits)
  const ended = signal ?? signalOf(status)
  const how = ended === null ? `exited with status ${status}` : `was ended by ${ended}`
  const hint = ended === 'SIGKILL' ? '; the machine may have run out of memory' : ''
  return crash('exited', `the program ${how} before it answered${hint}`)
}

export function limitFailure(limit: Limit, limits: Limits): Failure {
  const bounds: Record<Limit, readonly [number, 's' | 'MB' | 'count']> = {
    'boot-time': [limits.bootSeconds, 's'],
    'call-time': [limits.callSeconds, 's'],
    'total-time': [limits.totalSeconds, 's'],
    memory: [limits.memoryMB, 'MB'],
    output: [OUTPUT_BYTES / 1e6, 'MB'],
    'reply-size': [limits.replyMB, 'MB'],
    calls: [limits.calls, 'count'],
    starts: [limits.startsPerTask, 'count'],
  }
  const [bound, unit] = bounds[limit]
  return { kind: 'limit', limit, bound, unit }
}

export function fault(message: string): Failure {
  return { kind: 'fault', message }
}

function crash(cause: 'exited' | 'protocol', message: string): Failure {
  return { kind: 'crash', cause, message, location: null }
}

/** bubblewrap reports a signal inside as 128 plus its number. */
function signalOf(status: number | null): string | null {
  if (status === null || status <= SIGNAL_BASE) return null
  const number = status - SIGNAL_BASE
  const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0]
  return name ?? `signal ${number}`
}
