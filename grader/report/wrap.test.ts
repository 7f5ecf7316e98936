import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { padEnd, padStart, wrap } from './wrap.ts'

describe('wrap', () => {
  test('breaks between words, and counts cells, not characters', () => {
    expect(wrap('una convolución a mano', 11)).toEqual(['una', 'convolución', 'a mano'])
    expect(wrap('卷积卷积卷积', 8)).toEqual(['卷积卷积', '卷积'])
  })

  test('keeps the lines and the length it is given, and every letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 8, max: 40 }),
        (text, columns) => {
          const lines = wrap(text, columns)
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('padding counts cells too', () => {
    expect(padEnd('año', 5)).toBe('año  ')
    expect(padStart('卷', 4)).toBe('  卷')
    expect(padEnd('longer', 3)).toBe('longer')
  })
})
