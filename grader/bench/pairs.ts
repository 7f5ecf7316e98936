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
  const ranked = values.toSorted((x, y) => x - y)
  const half = (ranked.length - 1) / 2
  const around = ranked.slice(Math.floor(half), Math.ceil(half) + 1)
  return around.reduce((sum, value) => sum + value, 0) / around.length
}
