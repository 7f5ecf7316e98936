import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statistic, worstOf } from './statistic.ts'

describe('statistic', () => {
  test('is the median of odd and even counts, or the best', () => {
    expect(statistic([0.9, 0.5, 0.7], 'median', true)).toBe(0.7)
    expect(statistic([0.9, 0.5], 'median', true)).toBeCloseTo(0.7)
    expect(statistic([0.9, 0.5, 0.7], 'best', true)).toBe(0.9)
    expect(statistic([0.9, 0.5, 0.7], 'best', false)).toBe(0.5)
  })

  test('a run that diverged counts as the worst, whichever way is better', () => {
    expect(statistic(['NaN', 0.9, 0.8], 'median', true)).toBe(0.8)
    expect(statistic(['NaN', 0.1, 0.2], 'median', false)).toBe(0.2)
    expect(statistic(['NaN', 'NaN', 0.8], 'median', true)).toBeNaN()
    expect(statistic(['NaN', 0.8], 'best', true)).toBe(0.8)
  })

  test('does not depend on the order of the runs', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, (runs) => {
        const turned = runs.toReversed()
        expect(statistic(turned, 'median', true)).toBe(statistic(runs, 'median', true))
      }),
    )
  })
})

test('the worst measurement is NaN if there is one', () => {
  expect(worstOf([1, 'NaN', 3])).toBe('NaN')
  expect(worstOf([1, 'Infinity', 3])).toBe('Infinity')
  expect(worstOf([1, 3, 2])).toBe(3)
})
