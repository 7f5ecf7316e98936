import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('untrusted text becomes one line without control characters, of at most 500 code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      const plain = plainText(text)
      expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      expect(Array.from(plain).length).toBeLessThanOrEqual(500)
      expect(plainText(plain)).toBe(plain)
    }),
  )
})

test('text keeps its words', () => {
  expect(plainText('\u001b[31mtwo\r\n\twords\u202e é 猫')).toBe('[31mtwo words é 猫')
  expect(plainText('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`)
})
