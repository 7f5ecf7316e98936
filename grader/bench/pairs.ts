import { spawnSync } from 'node:child_process'

export interface Timed {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly cwd: string
}

export interface PairResult {
  /** Seconds of each counted run, in pairs. */
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly medianA: number
  readonly medianB: number
  /** Median of the ratios pair by pair: it holds when the machine's speed drifts. */
  readonly ratio: number
}

/**
 * Runs two commands in turn, A B A B ..., after one uncounted pair, and compares them pair by pair. Throws
 * when a command fails: a failed run is fast.
 */
export function comparePairs(a: Timed, b: Timed, pairs: number, tick: () => void): PairResult {
  const seconds: { a: number; b: number }[] = []
  for (let pair = 0; pair <= pairs; pair++) {
    const timed = { a: time(a), b: time(b) }
    if (pair > 0) seconds.push(timed)
    tick()
  }
  const ratios = seconds.map((pair) => pair.a / pair.b)
  return {
    a: seconds.map((pair) => pair.a),
    b: seconds.map((pair) => pair.b),
    medianA: median(seconds.map((pair) => pair.a)),
    medianB: median(seconds.map((pair) => pair.b)),
    ratio: median(ratios),
  }
}

function time({ name, command, cwd }: Timed): number {
  const [file, ...args] = command
  const start = performance.now()
  const { status, stderr, stdout, error } = spawnSync(file, args, { cwd, encoding: 'utf8' })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) {
    throw new Error(
      `${name} ended with status ${status}: ${error?.message ?? ''}${stderr}${stdout}`,
    )
  }
  return seconds
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this share of the others lies, from 0 to 1; between two, in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const ranked = values.toSorted((x, y) => x - y)
  const place = (ranked.length - 1) * share
  const below = ranked[Math.floor(place)] ?? Number.NaN
  const above = ranked[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}
