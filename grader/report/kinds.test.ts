import { describe, expect, test } from 'vitest'
import { compare, describeValue } from '../kit/compare.ts'
import type { Value } from '../model/value.ts'
import { catalogue } from './catalogue.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { tellKind } from './kinds.ts'
import { plainText, untrusted } from './sentence.ts'

const one: Value = { type: 'number', value: 1 }
const numbers = (count: number): Value => ({ type: 'numbers', data: new Float64Array(count) })
const items = (...array: Value[]): Value => ({ type: 'array', items: array })

const KINDS: readonly (readonly [Value, en: string, es: string])[] = [
  [
    { type: 'tensor', dtype: 'float32', shape: [1, 3], data: new Float32Array(3) },
    'a float32 tensor of shape [1, 3]',
    'un tensor float32 de forma [1, 3]',
  ],
  [
    { type: 'tensor', dtype: 'bool', shape: [], data: new Uint8Array(1) },
    'a bool tensor of shape []',
    'un tensor bool de forma []',
  ],
  [numbers(1), 'an array of 1 number', 'un array de 1 número'],
  [numbers(1234), 'an array of 1,234 numbers', 'un array de 1234 números'],
  [
    { type: 'bytes', data: new Uint8Array(2) },
    'a Uint8Array of 2 bytes',
    'un Uint8Array de 2 bytes',
  ],
  [items(), 'an empty array', 'un array vacío'],
  [items({ type: 'null' }), 'an array of 1 element', 'un array de 1 elemento'],
  [items(items(), items()), 'an array of 2 elements', 'un array de 2 elementos'],
  [
    {
      type: 'record',
      entries: [
        ['shapes', items()],
        ['total', one],
      ],
    },
    'an object {shapes, total}',
    'un objeto {shapes, total}',
  ],
  [{ type: 'record', entries: [] }, 'an object {}', 'un objeto {}'],
  [{ type: 'handle', kind: 'function', id: 1 }, 'a function', 'una función'],
  [{ type: 'handle', kind: 'object', id: 1 }, 'an object with methods', 'un objeto con métodos'],
  [one, 'a number', 'un número'],
  [{ type: 'null' }, 'null', 'null'],
  [{ type: 'undefined' }, 'undefined', 'undefined'],
  [{ type: 'boolean', value: true }, 'true', 'true'],
  [{ type: 'string', value: 'a "b"' }, 'the string "a \\"b\\""', 'el texto "a \\"b\\""'],
]

const inEnglish = (text: string) => plainText(tellKind(text, catalogue('en')))
const inSpanish = (text: string) => plainText(tellKind(text, catalogue('es')))

describe('the kind of a value', () => {
  test.each(KINDS)('%o is %s', (value, en, es) => {
    expect(inEnglish(describeValue(value))).toBe(en)
    expect(inSpanish(describeValue(value))).toBe(es)
  })

  test.each(KINDS)('%o inside a result is %s, and where', (value, en, es) => {
    const comparison = compare(items(value), items({ type: 'string', value: 'other' }))
    if (comparison.kind !== 'mismatch' || !('want' in comparison.mismatch)) expect.unreachable()
    const { got, want } = comparison.mismatch
    expect(inEnglish(String(got))).toBe(`${en} at [0]`)
    expect(inSpanish(String(got))).toBe(`${es} en [0]`)
    expect(inEnglish(String(want))).toBe('the string "other" at [0]')
  })

  test('cut short is told as far as it goes', () => {
    const text: Value = { type: 'string', value: 'x'.repeat(300) }
    const record: Value = { type: 'record', entries: [['k'.repeat(300), one]] }
    for (const [value, start] of [
      [text, 'el texto "xxx'],
      [record, 'un objeto {kkk'],
    ] as const) {
      const { mismatch } = compare(items(value), items(one))
      const told = inSpanish('got' in mismatch ? String(mismatch.got) : '')
      expect(told.startsWith(start)).toBe(true)
      expect(told.endsWith('… en [0]')).toBe(true)
    }
  })

  test('of a model is one of ours, and the reason that it is refused is text of others', () => {
    expect(inSpanish('model')).toBe('un modelo')
    expect(tellKind('a model that is refused: <b>', catalogue('es'))).toEqual([
      { text: 'un modelo que no se acepta: ' },
      { untrusted: '<b>' },
    ])
  })
})

describe('text that a submission chose', () => {
  test.each(HOSTILE_TEXTS)('is told as it is: %j', (text) => {
    expect(tellKind(text, catalogue('es'))).toEqual([untrusted(text)])
  })

  test.each(HOSTILE_TEXTS)('stays text of others within a known form: %j', (text) => {
    const values: Value[] = [
      { type: 'string', value: text },
      { type: 'record', entries: [[text, one]] },
    ]
    for (const value of values) {
      const spans = tellKind(`${describeValue(value)} at [${text}]`, catalogue('es'))
      const ours = spans.flatMap((span) => ('text' in span ? [span.text] : []))
      expect(['el texto ', 'un objeto ']).toContain(ours[0])
      expect(ours.slice(1)).toEqual([' en '])
      expect(spans.filter((span) => 'code' in span)).toEqual([])
    }
  })

  test('cannot pass for words of ours', () => {
    const forged: Value = { type: 'string', value: 'function' }
    expect(inEnglish(describeValue(forged))).toBe('the string "function"')
  })
})
