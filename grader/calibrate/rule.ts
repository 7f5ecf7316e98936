import type { Threshold } from '../model/lab.ts'
import { MOST_ROUNDS } from '../model/statistic.ts'
import { root } from './root.ts'

/** How several runs become the one number that a threshold judges. */
export type Rule = Pick<Threshold, 'rule' | 'seeds'>

/**
 * How often the rule's statistic misses, at most, when each run misses with this probability. A grading may
 * stop after any round, and which one depends on the runs: so that no way of stopping misses more often, it
 * is counted as a miss when the statistic of the runs so far misses after one of the rounds.
 */
export function ruleMiss(rule: Rule, runMiss: number): number {
  const inRound = binomialTerms(rule.seeds, runMiss)
  // by number of runs that missed: how likely it is to get there with no round missed
  let alive = [1]
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const next = Array.from({ length: alive.length + rule.seeds }, () => 0)
    for (const [before, likely] of alive.entries()) {
      for (const [more, term] of inRound.entries()) {
        next[before + more] = (next[before + more] ?? 0) + likely * term
      }
    }
    alive = next.slice(0, missesNeeded(rule, round))
  }
  return Math.max(0, 1 - alive.reduce((sum, each) => sum + each, 0))
}

/** How often a single run may miss so that the rule's statistic misses with this probability. */
export function runMiss(rule: Rule, target: number): number {
  return root((p) => ruleMiss(rule, p) - target, 0, 1)
}

/**
 * How many runs must miss `full` for the statistic after a round to miss it. The median of an even number
 * is the mean of the two in the middle: it can only miss when the lower one does, and is counted as if it
 * always did then.
 */
function missesNeeded({ rule, seeds }: Rule, round: number): number {
  return rule === 'best' ? round * seeds : Math.ceil((round * seeds) / 2)
}

/** The probabilities of 0 to `trials` successes. */
function binomialTerms(trials: number, probability: number): number[] {
  let ways = 1
  return Array.from({ length: trials + 1 }, (_, i) => {
    if (i > 0) ways *= (trials - i + 1) / i
    return ways * probability ** i * (1 - probability) ** (trials - i)
  })
}
