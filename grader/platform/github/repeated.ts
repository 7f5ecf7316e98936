import { RequestError } from 'octokit'

const TRIES = 3

/**
 * Does something again when GitHub did not say what came of it. The work looks first at what is there, so
 * that doing it twice is doing it once.
 */
export async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries >= TRIES || !isUncertain(error)) throw error
    }
  }
}

/** Server errors, and connections that ended or never answered: octokit gives those 500. */
function isUncertain(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 500
}

/** GitHub says 403 to who asks too much as well as to who may not ask. */
export function isRateLimit(error: unknown): boolean {
  return error instanceof RequestError && /rate limit/i.test(error.message)
}

export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof RequestError && statuses.includes(error.status)
}
