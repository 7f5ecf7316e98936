import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sfc32 } from './sfc32.ts'

describe('sfc32', () => {
  test('one seed gives one sequence, another seed another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, sfc32(seed))
    expect(draw('0'.repeat(32))).toEqual(draw('0'.repeat(32)))
    expect(draw('0'.repeat(32))).not.toEqual(draw(`${'0'.repeat(31)}1`))
  })

  test('stays in [0, 1) with the mean and variance of a uniform number', () => {
    const seed = fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'),
      minLength: 32,
      maxLength: 32,
    })
    fc.assert(
      fc.property(seed, (hex) => {
        const drawn = Array.from({ length: 4000 }, sfc32(hex))
        const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
        const variance = drawn.reduce((a, b) => a + (b - mean) ** 2, 0) / drawn.length
        expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true)
        // Six standard errors of the mean (0.2887 / sqrt(4000)) and of the variance.
        expect(Math.abs(mean - 0.5)).toBeLessThan(0.028)
        expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.008)
      }),
      { numRuns: 50 },
    )
  })

  test('refuses what is no seed', () => {
    expect(() => sfc32('1')).toThrow('32 hex digits')
  })
})
