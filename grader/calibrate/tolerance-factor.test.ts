import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, toleranceFactor } from './tolerance-factor.ts'

/**
 * Tabulated in R. E. Odeh and D. B. Owen, "Tables for Normal Tolerance Limits", 1980; the last one is the
 * exact value of the example in the NIST/SEMATECH Handbook of Statistical Methods, section 7.2.6.3.
 */
const PUBLISHED = [
  { count: 10, coverage: 0.99, confidence: 0.95, factor: 3.981 },
  { count: 50, coverage: 0.99, confidence: 0.95, factor: 2.862 },
  { count: 20, coverage: 0.95, confidence: 0.95, factor: 2.396 },
  { count: 2, coverage: 0.9, confidence: 0.95, factor: 20.581 },
  { count: 3, coverage: 0.99, confidence: 0.99, factor: 23.896 },
  { count: 43, coverage: 0.9, confidence: 0.99, factor: 1.874 },
]

describe('toleranceFactor', () => {
  test.each(PUBLISHED)('agrees with the tables: $count, $coverage, $confidence', (row) => {
    const { count, coverage, confidence, factor } = row
    expect(Math.abs(toleranceFactor(count, coverage, confidence) - factor)).toBeLessThan(6e-4)
  })

  test('is the inverse of coverageOf', () => {
    const property = fc.property(
      fc.integer({ min: 2, max: 300 }),
      fc.double({ min: 0.6, max: 0.9999, noNaN: true }),
      (count, coverage) => {
        const factor = toleranceFactor(count, coverage, 0.95)
        expect(coverageOf(count, factor, 0.95)).toBeCloseTo(coverage, 9)
      },
    )
    fc.assert(property, { numRuns: 20 })
  })
})
