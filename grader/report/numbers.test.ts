import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatIndex, formatMeasured, formatMoment, formatNumber, formatPair } from './numbers.ts'

describe('numbers', () => {
  test('are written as the language writes them', () => {
    expect(formatNumber('en', 10_000.5)).toBe('10,000.5')
    expect(formatNumber('es', 10_000.5)).toBe('10.000,5')
    expect(formatNumber('en', 0.1 + 0.2)).toBe('0.3')
  })

  test('are short when tiny or huge, and named when they are none', () => {
    expect(formatMeasured('en', 3e-7)).toBe('3e-7')
    expect(formatMeasured('es', 3.25e-7)).toBe('3,25e-7')
    expect(formatMeasured('en', -4.5e12)).toBe('-4.5e12')
    expect(formatMeasured('en', 0)).toBe('0')
    expect(formatMeasured('en', 'NaN')).toBe('NaN')
    expect(formatMeasured('en', Number.NEGATIVE_INFINITY)).toBe('-Infinity')
  })

  test('got and want show the digits in which they differ', () => {
    expect(formatPair('en', 0.3104, 0.1301)).toEqual(['0.31', '0.13'])
    expect(formatPair('en', 0.12345, 0.12346)).toEqual(['0.12345', '0.12346'])
    expect(formatPair('es', 3_453_150, 3_453_121)).toEqual(['3.453.150', '3.453.121'])
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (got, want) => {
        const [first, second] = formatPair('en', got, want)
        // Nine digits tell any two float32 apart.
        expect(first === second).toBe(got === want)
      }),
    )
  })

  test('an index can go through records', () => {
    expect(formatIndex([0, 2, 1, 3])).toBe('[0, 2, 1, 3]')
    expect(formatIndex(['total', 3])).toBe('["total", 3]')
  })

  test('a moment is in UTC and says so', () => {
    expect(formatMoment('en', '2026-11-20T17:05:00.000Z')).toBe('Nov 20, 2026, 5:05 PM UTC')
    expect(formatMoment('es', '2026-11-20T17:05:00.000Z')).toBe('20 nov 2026, 17:05 UTC')
    expect(formatMoment('en', 'yesterday')).toBe('yesterday')
  })
})
