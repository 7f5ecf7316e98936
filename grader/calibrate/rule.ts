import type { Threshold } from '../model/lab.ts'
import { atMost } from './binomial.ts'
import { root } from './root.ts'

/** How several runs become the one number that a threshold judges. */
export type Rule = Pick<Threshold, 'rule' | 'seeds'>

/**
 * How many of a rule's runs must miss `full` for their statistic to miss it. The median of an even number
 * is the mean of the two in the middle: it can only miss when the lower one does, and is counted as if it
 * always did then.
 */
function missesNeeded({ rule, seeds }: Rule): number {
  return rule === 'best' ? seeds : Math.ceil(seeds / 2)
}

/** How often the rule's statistic misses, at most, when each run misses with this probability. */
export function ruleMiss(rule: Rule, runMiss: number): number {
  return 1 - atMost(missesNeeded(rule) - 1, rule.seeds, runMiss)
}

/** How often a single run may miss so that the rule's statistic misses with this probability. */
export function runMiss(rule: Rule, target: number): number {
  return root((p) => ruleMiss(rule, p) - target, 0, 1)
}
