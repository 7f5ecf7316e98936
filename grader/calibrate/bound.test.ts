import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom as seeded } from '../model/seeded-random.ts'
import { boundOf, CONFIDENCE, type Marks, MISS_RATE, missRateAt, runsNeeded } from './bound.ts'
import { ruleMiss } from './rule.ts'
import { POPULATIONS } from './testing.ts'

const ACCURACY: Marks = { marks: { none: 0.3, full: 0.8 }, rule: 'median', seeds: 5 }
const LOSS: Marks = { marks: { none: 2, full: 0.5 }, rule: 'median', seeds: 5 }
const THREE: Marks = { ...ACCURACY, seeds: 3 }
const BEST: Marks = { ...ACCURACY, rule: 'best', seeds: 3 }

const between = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true })

describe('runsNeeded', () => {
  test('is what the smallest of n values needs: ln(0.05) / ln(1 - p)', () => {
    // p = 0.04717, 0.01786 and 0.1
    expect([ACCURACY, THREE, BEST].map((rule) => runsNeeded(rule))).toEqual([63, 167, 29])
  })
})

describe('boundOf', () => {
  test('is the worst of just enough runs, and the second worst of more', () => {
    const runs = Array.from({ length: 63 }, (_, i) => (i + 1) ** 3)
    expect(boundOf(runs, ACCURACY)).toEqual({ value: 1, method: 'order statistic' })
    const more = Array.from({ length: 99 }, (_, i) => (i + 1) ** 3)
    expect(boundOf(more, ACCURACY).value).toBe(8)
    expect(boundOf(more.slice(1), ACCURACY).value).toBe(8)
    expect(boundOf(more.slice(1, 98), ACCURACY).value).toBe(8)
  })

  test('of a measure that should be small is the largest run', () => {
    const runs = Array.from({ length: 63 }, (_, i) => i ** 3)
    expect(boundOf(runs, LOSS).value).toBe(62 ** 3)
  })

  test('counts a diverged run as worse than all, and says how many runs that takes', () => {
    const runs = Array.from({ length: 62 }, (_, i) => (i + 1) ** 3)
    const withDiverged = [...runs, Number.NaN]
    expect(boundOf(withDiverged, ACCURACY)).toEqual({ value: null, method: null })
    expect(runsNeeded(ACCURACY, 1)).toBe(99)
    const more = Array.from({ length: 98 }, (_, i) => (i + 1) ** 3)
    expect(boundOf([...more, Number.NaN], ACCURACY).value).toBe(1)
    expect(boundOf([...more, Infinity], LOSS).value).toBe(98 ** 3)
  })

  test('assumes normality only of runs that are too few and do not contradict it', () => {
    const random = seeded(1)
    const normal = Array.from({ length: 40 }, () => POPULATIONS.normal(random))
    const { value, method } = boundOf(normal, ACCURACY)
    expect(method).toBe('normal tolerance limit')
    expect(value).toBeLessThan(Math.min(...normal) + 1)
    expect(boundOf(normal.slice(0, 29), ACCURACY).value).toBeNull()
    expect(boundOf([...normal, Number.NaN], ACCURACY).value).toBeNull()
    expect(boundOf(normal.map(Math.exp), ACCURACY).value).toBeNull()
    expect(
      boundOf(
        normal.map(() => 1),
        ACCURACY,
      ).value,
    ).toBeNull()
  })

  test('of equal runs is their value', () => {
    const runs = Array.from({ length: 63 }, () => 1)
    expect(boundOf(runs, ACCURACY).value).toBe(1)
    expect(missRateAt(1, runs, ACCURACY)).toBeLessThanOrEqual(MISS_RATE)
  })

  test('turns with the measure: a loss of -x is an accuracy of x', () => {
    const property = fc.property(fc.array(between(0, 1), { minLength: 30 }), (runs) => {
      const value = boundOf(runs, ACCURACY).value
      const turned = boundOf(
        runs.map((run) => -run),
        LOSS,
      ).value
      expect(turned).toEqual(value === null ? null : -value)
    })
    fc.assert(property)
  })

  test('is never raised by a run that got worse', () => {
    const runs = fc.array(between(0, 1), { minLength: 63, maxLength: 200 })
    const property = fc.property(runs, fc.nat(), between(0, 1), (values, at, loss) => {
      const worse = values.with(at % values.length, (values[at % values.length] ?? 0) - loss)
      const [before, after] = [values, worse].map((each) => boundOf(each, ACCURACY).value ?? 0)
      expect(after).toBeLessThanOrEqual(before ?? 0)
    })
    fc.assert(property)
  })
})

describe('missRateAt', () => {
  const rule = fc.constantFrom(ACCURACY, THREE, BEST, LOSS)
  const run = fc.oneof(between(0, 1), fc.constantFrom(0, 0.5, 1), fc.constant(Number.NaN))

  test('is at most 1 in 1,000 just where full is no better than the bound', () => {
    const property = fc.property(
      fc.array(run, { minLength: 1, maxLength: 250 }),
      between(0, 1),
      rule,
      (values, full, threshold) => {
        const { value } = boundOf(values, threshold)
        const better = threshold === LOSS ? full < (value ?? Infinity) : full > (value ?? -Infinity)
        const rate = missRateAt(full, values, threshold)
        expect(rate <= MISS_RATE * (1 + 1e-9)).toBe(!better)
      },
    )
    fc.assert(property)
  })

  test('is the same for a normal limit', () => {
    const property = fc.property(fc.nat(), between(-4, 0), (seed, full) => {
      const random = seeded(seed)
      const values = Array.from({ length: 40 }, () => POPULATIONS.normal(random))
      const { value, method } = boundOf(values, ACCURACY)
      fc.pre(method !== null && Math.abs((value ?? 0) - full) > 1e-6)
      expect(missRateAt(full, values, ACCURACY) <= MISS_RATE).toBe(full < (value ?? 0))
    })
    fc.assert(property, { numRuns: 20 })
  })
})

describe('a calibration', () => {
  const RUNS = 63
  const CALIBRATIONS = 2000
  /** Five standard errors of a share of 5 % in that many calibrations. */
  const ALLOWANCE = 5 * Math.sqrt((0.05 * 0.95) / CALIBRATIONS)

  test.each(Object.entries(POPULATIONS))(
    'bounds the miss rate in at least 95 % of all cases: %s',
    (_, draw) => {
      const random = seeded(7)
      const population = Float64Array.from({ length: 300_000 }, () => draw(random)).sort()
      let missing = 0
      for (let i = 0; i < CALIBRATIONS; i += 1) {
        const runs = Array.from({ length: RUNS }, () => draw(random))
        const { value } = boundOf(runs, ACCURACY)
        const rate = ruleMiss(ACCURACY, shareBelow(population, value ?? Number.NaN))
        if (rate > MISS_RATE) missing += 1
      }
      expect(missing / CALIBRATIONS).toBeLessThan(1 - CONFIDENCE + ALLOWANCE)
    },
  )
})

function shareBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low / sorted.length
}
