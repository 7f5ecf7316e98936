import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statistic } from '../model/statistic.ts'
import { atMost, upperProbability } from './binomial.ts'
import { cumulative, quantile } from './normal.ts'
import { type Rule, ruleMiss, runMiss } from './rule.ts'

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

describe('the normal distribution', () => {
  test('agrees with its tables', () => {
    // M. Abramowitz and I. A. Stegun, 1964, table 26.1
    expect(cumulative(0)).toBe(0.5)
    expect(cumulative(1)).toBeCloseTo(0.841344746068543, 14)
    expect(cumulative(-3)).toBeCloseTo(0.00134989803163, 14)
    expect(quantile(0.975)).toBeCloseTo(1.959963984540054, 12)
    expect([cumulative(-40), cumulative(40), cumulative(Number.NaN)]).toEqual([0, 1, Number.NaN])
  })

  test('is symmetric, and its quantile is the inverse', () => {
    const property = fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (x) => {
      expect(cumulative(x) + cumulative(-x)).toBeCloseTo(1, 13)
      expect(quantile(cumulative(x))).toBeCloseTo(x, 6)
    })
    fc.assert(property)
  })
})

describe('the binomial distribution', () => {
  test('is the sum of its terms', () => {
    expect(atMost(2, 5, 0.1)).toBeCloseTo(0.59049 + 5 * 0.06561 + 10 * 0.00729, 14)
    expect(atMost(-1, 5, 0.1)).toBe(0)
    expect(atMost(5, 5, 0.1)).toBe(1)
    expect(atMost(0, 5000, 0.5)).toBeCloseTo(0, 14)
  })

  test('turns around: at most i successes are at least n - i failures', () => {
    const property = fc.property(
      fc.nat(60),
      fc.integer({ min: 1, max: 60 }),
      probability,
      (i, n, p) => {
        expect(atMost(i, n, p) + atMost(n - i - 1, n, 1 - p)).toBeCloseTo(1, 10)
      },
    )
    fc.assert(property)
  })

  test('gives the bound of Clopper and Pearson', () => {
    expect(upperProbability(0, 59, 0.95)).toBeCloseTo(1 - 0.05 ** (1 / 59), 12)
    expect(upperProbability(59, 59, 0.95)).toBe(1)
    const property = fc.property(fc.nat(40), fc.integer({ min: 41, max: 80 }), (seen, trials) => {
      const p = upperProbability(seen, trials, 0.95)
      expect(atMost(seen, trials, p)).toBeCloseTo(0.05, 10)
    })
    fc.assert(property)
  })
})

describe('a rule of several runs', () => {
  const rules = fc.record<Rule>({
    rule: fc.constantFrom('median', 'best'),
    seeds: fc.integer({ min: 1, max: 4 }),
  })

  test('misses as often as its statistic does after one of three rounds, or less', () => {
    // every pattern of runs that miss (0) and runs that do not (1)
    const property = fc.property(rules, probability, ({ rule, seeds }, p) => {
      let exact = 0
      for (let pattern = 0; pattern < 2 ** (3 * seeds); pattern += 1) {
        const runs = Array.from({ length: 3 * seeds }, (_, i) => (pattern >> i) & 1)
        const missed = runs.filter((run) => run === 0).length
        const misses = [1, 2, 3].some((round) => {
          return statistic(runs.slice(0, round * seeds), rule, true) < 1
        })
        if (misses) exact += p ** missed * (1 - p) ** (3 * seeds - missed)
      }
      expect(ruleMiss({ rule, seeds }, p)).toBeCloseTo(exact, 10)
    })
    fc.assert(property, { numRuns: 50 })
  })

  test('allows a run to miss as often as its inverse says', () => {
    const property = fc.property(
      rules,
      fc.double({ min: 1e-5, max: 0.5, noNaN: true }),
      (rule, p) => {
        expect(ruleMiss(rule, runMiss(rule, p))).toBeCloseTo(p, 9)
      },
    )
    fc.assert(property)
    expect(runMiss({ rule: 'best', seeds: 3 }, 0.001)).toBeCloseTo(0.1, 12)
    // one round alone would allow 0.0476
    expect(runMiss({ rule: 'median', seeds: 5 }, 0.001)).toBeCloseTo(0.047, 3)
  })
})
