import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visible } from './visible.ts'

const join = { lines: 'join' } as const

describe('text of others', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007', 'link'],
    ['\u001b\u001b[31m[31m', '\\u{1b}[31m'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\u200bb\u2060c\ufeffd', 'a\\u{200b}b\\u{2060}c\\u{feff}d'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\u{d800}'],
    ['a\u0000b\u0008c', 'a\\u{0}b\\u{8}c'],
    ['a\r\nb\rc\u2028d', 'a b c\\u{2028}d'],
    ['e\u0301\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301'],
    ['niño 卷积 👍', 'niño 卷积 👍'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text, join)).toBe(shown)
  })

  test('is cut between code points', () => {
    expect(visible('👍👍👍', { ...join, longest: 2 })).toBe('👍👍…')
    expect(visible('👍👍', { ...join, longest: 2 })).toBe('👍👍')
  })

  test('never brings a character that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(visible(text, join)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
        expect(visible(text, { lines: 'keep' })).not.toMatch(/[^\P{Cc}\n]/u)
      }),
      { numRuns: 1000 },
    )
  })
})
