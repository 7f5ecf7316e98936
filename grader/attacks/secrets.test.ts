import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaked, newCanaries } from './secrets.ts'

const canaries = newCanaries()
const around = fc.string({ unit: 'grapheme' })

test.each<[string, (text: string) => string]>([
  ['in the clear', (text) => text],
  ['as base64', (text) => Buffer.from(text).toString('base64')],
  ['as hexadecimal digits', (text) => Buffer.from(text).toString('hex')],
  ['in capitals', (text) => text.toUpperCase()],
  ['backwards', (text) => [...text].reverse().join('')],
])('a canary is found %s, wherever it stands', (_, disguise) => {
  fc.assert(
    fc.property(around, around, (before, after) => {
      const text = disguise(`${before}${canaries.labels}${after}`)
      expect(leaked(canaries, ['', text])).toEqual(['labels'])
    }),
  )
})

test('no canary is found where there is none', () => {
  fc.assert(
    fc.property(around, (text) => {
      expect(leaked(canaries, [text])).toEqual([])
    }),
  )
})
