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
const SIGXCPU = 24

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
  if (/heap out of memory|Reached heap limit/.test(stderr)) return limitFailure('memory', limits)
  if (/allocation failed|out of memory|bad_alloc|Cannot allocate memory/i.test(stderr)) {
    return limitFailure('memory', limits)
  }
  if (status === SIGNAL_BASE + SIGXCPU || signal === 'SIGXCPU')
    return limitFailure('total-time', limits)
  const how = signal === null ? exitText(status) : `was ended by ${signal}`
  return crash('exited', `the program ${how} before it answered`)
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
function exitText(status: number | null): string {
  if (status === null) return 'ended'
  return status > SIGNAL_BASE
    ? `was ended by signal ${status - SIGNAL_BASE}`
    : `exited with status ${status}`
}
