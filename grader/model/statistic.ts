import type { Measured } from './outcome.ts'
import { measured, unmeasured } from './value-json.ts'

/** A result close to the full mark is decided by as many runs again, until there are so many times the seeds. */
export const MOST_ROUNDS = 3

/**
 * The one number of several runs that a threshold judges. A run that diverged (NaN) counts as the worst
 * one; NaN comes out only when the statistic itself falls on such a run, or nothing was measured.
 * @param more whether larger values are better.
 */
export function statistic(
  values: readonly Measured[],
  rule: 'median' | 'best',
  more: boolean,
): number {
  const worst = more ? -Infinity : Infinity
  const ranked = values
    .map(unmeasured)
    .map((value) => (Number.isNaN(value) ? worst : value))
    .toSorted((a, b) => (more ? b - a : a - b))
  const picked = rule === 'best' ? ranked.slice(0, 1) : middle(ranked)
  const value = picked.reduce((total, each) => total + each, 0) / picked.length
  return Number.isFinite(value) ? value : Number.NaN
}

/** The largest of several measurements, NaN being larger than all. */
export function worstOf(values: readonly Measured[]): Measured {
  const numbers = values.map(unmeasured)
  if (numbers.some(Number.isNaN)) return 'NaN'
  return measured(numbers.reduce((worst, value) => Math.max(worst, value), -Infinity))
}

function middle(ranked: readonly number[]): readonly number[] {
  const half = (ranked.length - 1) / 2
  return ranked.slice(Math.floor(half), Math.ceil(half) + 1)
}
