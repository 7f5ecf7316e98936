import { AGAIN, diskFailure, type Failure } from './disk-failure.ts'

/** A server that says nothing for this long is given up, in milliseconds. */
export const SILENCE = 60_000
export const ELSEWHERE = 'Get the file elsewhere and name it: --from FILE or --from URL.'

export class SilenceError extends Error {}

/** What went wrong and what to do; null for what is no matter of network or disk. */
export function downloadFailure(error: unknown, file: string): Failure | null {
  if (!(error instanceof Error)) return null
  const disk = diskFailure(error, file)
  if (disk !== null) return disk
  const code = codeOf(error)
  if (error instanceof SilenceError) {
    return { what: `sent nothing for ${SILENCE / 1000} s.`, next: AGAIN }
  }
  if (error.name === 'AbortError') return { what: 'was interrupted.', next: AGAIN }
  if (code === 'ERR_INVALID_URL') {
    return { what: 'is no address.', next: 'Write it like https://example.org/pictures.zip.' }
  }
  // as fetch says it: the first before the answer, the second within
  if (error.message === 'fetch failed') {
    return { what: `cannot be reached (${code ?? causeOf(error)}).`, next: ELSEWHERE }
  }
  return error.message === 'terminated' ? { what: 'broke off.', next: AGAIN } : null
}

function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause instanceof Error ? codeOf(error.cause) : null
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}
