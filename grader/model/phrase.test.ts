import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillingOf, holesOf, phraseKey } from './phrase.ts'

describe('a phrase', () => {
  test('is known by its words, whatever stands in its holes and marks its code', () => {
    expect(phraseKey('`history.{name}` is\n  a list ')).toBe('history.{} is a list')
    expect(phraseKey('history.{value} is a list')).toBe(phraseKey('`history`.{x} is a `list`'))
  })

  test.each<readonly [string, string, [string, string][] | null]>([
    ['`history.{name}` is a list', 'history.loss is a list', [['name', 'loss']]],
    [
      '{a} of {b}',
      'one of two of three',
      [
        ['a', 'one'],
        ['b', 'two of three'],
      ],
    ],
    ['costs 1.5 (+{x})', 'costs 1.5 (+2)', [['x', '2']]],
    ['costs 1.5', 'costs 105', null],
    ['the layers', 'the layers, all', null],
  ])('%j says in %j what fills it', (phrase, label, filling) => {
    expect(fillingOf(phrase, label)).toEqual(filling && new Map(filling))
  })

  test('finds again what was filled in', () => {
    const words = fc.stringMatching(/^[a-z.*+?()[\]|\\^$]{1,8}$/)
    const holes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 4 })
    fc.assert(
      fc.property(words, holes, fc.stringMatching(/^[A-Z]{1,5}$/), (part, names, value) => {
        const phrase = [part, ...names.map((name) => `{${name}}${part}`)].join('')
        const label = phrase.replaceAll(/\{\w+\}/g, value)
        expect(holesOf(phrase)).toEqual(names)
        expect(fillingOf(phrase, label)).toEqual(new Map(names.map((name) => [name, value])))
      }),
    )
  })
})
