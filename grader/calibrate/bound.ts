import type { Threshold } from '../model/lab.ts'
import { atMost, upperProbability } from './binomial.ts'
import { andersonDarling, moments } from './normality.ts'
import { type Rule, ruleMiss, runMiss } from './rule.ts'
import { coverageOf, toleranceFactor } from './tolerance-factor.ts'

/** How sure a bound is: of 100 calibrations, at most 5 set it too high. */
export const CONFIDENCE = 0.95
/** How often a right solution may miss full marks by chance. */
export const MISS_RATE = 1 / 1000
/** With fewer, a test for normality sees next to nothing. */
const FEWEST_FOR_NORMAL = 30

/** What a bound needs to know of a threshold. */
export type Marks = Pick<Threshold, 'marks' | 'rule' | 'seeds'>

/**
 * How a bound was found: an order statistic holds for every distribution; a normal tolerance limit assumes
 * that what the sample does not contradict is true.
 */
export type Method = 'order statistic' | 'normal tolerance limit'

/** How high `full` may be, from single runs of one right solution. */
export interface Bound {
  /** The worst `full` that the rule's statistic may be held to; null with too few runs. */
  readonly value: number | null
  readonly method: Method | null
}

/**
 * A value that the statistic of a threshold's rule misses in fewer than `MISS_RATE` of all gradings of this
 * solution, with `CONFIDENCE`. When there are enough runs it is an order statistic (the r-th worst run,
 * where at least r of that many runs fall below the quantile with the confidence: Hahn and Meeker,
 * "Statistical Intervals", 1991, section 5.3), which assumes nothing. A normal limit that is chosen because a
 * test did not reject normality errs in 5 to 30 % of all calibrations of a skewed measure, not in 5 %:
 * it serves only where runs are too few for more.
 * @param values one run each; what is not finite diverged, and counts as worse than every number
 */
export function boundOf(values: readonly number[], threshold: Marks): Bound {
  const { sign, ranked, diverged } = rank(values, threshold)
  const p = runMiss(threshold, MISS_RATE)
  const worse = spare(p, values.length)
  const picked = ranked[worse]
  if (worse >= diverged && picked !== undefined) {
    return { value: sign * picked, method: 'order statistic' }
  }
  if (!seemsNormal(values)) return { value: null, method: null }
  const { mean, std } = moments(ranked)
  const limit = mean - toleranceFactor(values.length, 1 - p, CONFIDENCE) * std
  return { value: sign * limit, method: 'normal tolerance limit' }
}

/**
 * How often the rule's statistic misses `full`, at most, with `CONFIDENCE`: found as the bound is found,
 * so that it is at most `MISS_RATE` just where `full` is no better than the bound.
 */
export function missRateAt(full: number, values: readonly number[], threshold: Marks): number {
  const { sign, ranked } = rank(values, threshold)
  const { method } = boundOf(values, threshold)
  if (method !== 'normal tolerance limit') {
    const missed = ranked.filter((value) => value < sign * full).length
    return ruleMiss(threshold, upperProbability(missed, values.length, CONFIDENCE))
  }
  const { mean, std } = moments(ranked)
  const factor = (mean - sign * full) / std
  return ruleMiss(threshold, 1 - coverageOf(values.length, factor, CONFIDENCE))
}

/** The fewest runs from which a bound without assumptions follows when so many of them diverge. */
export function runsNeeded(rule: Rule, diverged = 0): number {
  const p = runMiss(rule, MISS_RATE)
  let runs = diverged + 1
  while (atMost(diverged, runs, p) > 1 - CONFIDENCE) runs += 1
  return runs
}

/** How many of this many runs may be worse than the bound; -1 when there are too few runs. */
function spare(p: number, runs: number): number {
  let worse = -1
  while (atMost(worse + 1, runs, p) <= 1 - CONFIDENCE) worse += 1
  return worse
}

function seemsNormal(values: readonly number[]): boolean {
  if (values.length < FEWEST_FOR_NORMAL || !values.every(Number.isFinite)) return false
  return !andersonDarling(values).rejected
}

/** Runs from the worst to the best, larger being better; `sign` turns one back into the measure. */
function rank(values: readonly number[], { marks }: Marks) {
  const sign = marks.full > marks.none ? 1 : -1
  const ranked = values
    .map((value) => (Number.isFinite(value) ? sign * value : -Infinity))
    .toSorted((a, b) => a - b)
  return { sign, ranked, diverged: ranked.filter((value) => value === -Infinity).length }
}
