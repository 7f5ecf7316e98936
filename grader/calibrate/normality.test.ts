import { describe, expect, test } from 'vitest'
import { seededRandom } from '../model/seeded-random.ts'
import { andersonDarling, moments } from './normality.ts'
import { POPULATIONS } from './testing.ts'

function rejections(draw: (uniform: () => number) => number, count: number): number {
  const random = seededRandom(3)
  const samples = 4000
  let rejected = 0
  for (let i = 0; i < samples; i += 1) {
    const { rejected: one } = andersonDarling(Array.from({ length: count }, () => draw(random)))
    rejected += one ? 1 : 0
  }
  return rejected / samples
}

describe('andersonDarling', () => {
  test('rejects 5 % of normal samples, small and large', () => {
    for (const count of [10, 30, 100]) {
      expect(Math.abs(rejections(POPULATIONS.normal, count) - 0.05)).toBeLessThan(0.015)
    }
  })

  test('rejects what is not normal', () => {
    expect(rejections(POPULATIONS['a long tail of bad runs'], 50)).toBeGreaterThan(0.99)
    expect(rejections(POPULATIONS['a share of 40 cases, near its ceiling'], 50)).toBeGreaterThan(
      0.99,
    )
  })

  test('gives the statistic of a published sample', () => {
    // The weights of 11 men of S. S. Shapiro and M. B. Wilk, Biometrika 52, 1965: A^2 = 0.947.
    const weights = [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]
    const corrected = 0.947 * (1 + 0.75 / 11 + 2.25 / 121)
    expect(andersonDarling(weights).statistic).toBeCloseTo(corrected, 2)
  })

  test('rejects equal values, too few, and one that is impossibly far out', () => {
    expect(andersonDarling(Array.from({ length: 50 }, () => 0.9)).rejected).toBe(true)
    expect(andersonDarling([1, 2, 3, 4, 5, 6, 7]).rejected).toBe(true)
    const outlier = Array.from({ length: 200 }, (_, i) => (i === 0 ? -1e6 : i % 7))
    expect(andersonDarling(outlier)).toEqual({ statistic: Infinity, rejected: true })
  })
})

test('values that differ by rounding only do not deviate', () => {
  expect(moments([0.1 + 0.2, 0.3, 0.3]).std).toBe(0)
  expect(moments([1, 2, 3])).toEqual({ mean: 2, std: 1 })
})
