import { describe, expect, test } from 'vitest'
import { catalogue, messages } from './catalogue.ts'
import { code, plainText, untrusted } from './sentence.ts'

const names = (message: unknown) =>
  JSON.stringify(message)
    .match(/\{\w+\}/g)
    ?.toSorted() ?? []

describe('the languages', () => {
  test('have the same keys in the same order', () => {
    expect(Object.keys(messages.es)).toEqual(Object.keys(messages.en))
  })

  test.each(Object.keys(messages.en))(
    'fill the same names and have the same plurals: %s',
    (key) => {
      const [en, es] = [Reflect.get(messages.en, key), Reflect.get(messages.es, key)]
      expect(new Set(names(es))).toEqual(new Set(names(en)))
      expect(typeof es).toBe(typeof en)
    },
  )

  test('differ in every message of more than a word or a number', () => {
    const same = Object.entries(messages.en).filter(
      ([key, message]) => JSON.stringify(message) === JSON.stringify(Reflect.get(messages.es, key)),
    )
    expect(same.map(([key]) => key)).toEqual(['label.seconds', 'about.commit', 'about.backend'])
  })
})

describe('a message', () => {
  test('is plural as its language counts', () => {
    const [en, es] = [catalogue('en'), catalogue('es')]
    expect(en.word('summary.failing', { count: 1 })).toBe('1 check to mend')
    expect(en.word('summary.failing', { count: 0 })).toBe('0 checks to mend')
    expect(es.word('summary.failing', { count: 1 })).toBe('1 comprobación por arreglar')
    expect(es.word('summary.failing', { count: 1_000_000 })).toBe(
      '1.000.000 comprobaciones por arreglar',
    )
  })

  test('keeps code and text of others apart from its own words', () => {
    const sentence = catalogue('en').say('cause.shape', {
      got: untrusted('{want} <b>'),
      want: code('[2, 3]'),
    })
    expect(sentence).toEqual([
      { text: 'The shape is wrong: got ' },
      { untrusted: '{want} <b>' },
      { text: ', want ' },
      { code: '[2, 3]' },
      { text: '.' },
    ])
  })

  test('lists names as its language does', () => {
    const spans = ['a', 'b', 'c'].map(code)
    expect(plainText(catalogue('en').list(spans))).toBe('a, b, and c')
    expect(plainText(catalogue('es').list(spans))).toBe('a, b y c')
  })
})
