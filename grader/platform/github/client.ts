import Bottleneck from 'bottleneck'
import { Octokit } from 'octokit'

export type { Octokit } from 'octokit'

/** How fast and how patiently we ask. Times in milliseconds. */
export interface Pace {
  /**
   * Between two requests that write. GitHub allows 80 new things a minute; comments wait once more, so that
   * they can come on top of the others: 50 and 20 keep to it.
   */
  readonly write: number
  /** Between two that notify people. */
  readonly notify: number
  /** Writes in an hour; GitHub allows 500 new things. */
  readonly writesPerHour: number
  /** What a second is to GitHub, where it says when to come back and counts the writes of an hour. */
  readonly second: number
  /** Until an answer is given up. */
  readonly timeout: number
}

export const GITHUB_PACE: Pace = {
  write: 1200,
  notify: 3000,
  writesPerHour: 450,
  second: 1000,
  timeout: 30_000,
}

const MOST_PATIENT = 3
const SECONDS_OF_AN_HOUR = 3600

/**
 * Octokit that keeps to GitHub's limits. What reads is tried again by itself; what creates is sent with
 * `ONCE`, because an answer that got lost does not say that nothing was made.
 */
export function ourOctokit(api: string, pace: Pace): typeof Octokit {
  const again = (_after: number, _options: unknown, _client: unknown, count: number) =>
    count < MOST_PATIENT
  return Octokit.defaults({
    baseUrl: api,
    userAgent: 'gradus',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    retry: {
      retries: MOST_PATIENT,
      retryAfterBaseValue: pace.second,
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
    },
    throttle: {
      onRateLimit: again,
      onSecondaryRateLimit: again,
      fallbackSecondaryRateRetryAfter: 60,
      retryAfterBaseValue: pace.second,
      write: new Bottleneck.Group({
        maxConcurrent: 1,
        minTime: pace.write,
        reservoir: pace.writesPerHour,
        reservoirRefreshAmount: pace.writesPerHour,
        reservoirRefreshInterval: SECONDS_OF_AN_HOUR * pace.second,
      }),
      notifications: new Bottleneck.Group({ maxConcurrent: 1, minTime: pace.notify }),
    },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, { ...init, signal: AbortSignal.timeout(pace.timeout) }),
    },
  })
}

export const ONCE = { retries: 0 } as const
