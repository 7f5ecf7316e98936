import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language, Phrase } from '../model/lab.ts'
import { type Claim, RELATIONS } from '../model/outcome.ts'
import { catalogue } from './catalogue.ts'
import { tellClaim } from './claim.ts'
import { plainText } from './sentence.ts'

const phrases: readonly Phrase[] = [
  phrase('{name} is a list', '{name} es una lista'),
  phrase('`history.{name}` is a list', '`history.{name}` es una lista'),
  phrase('the layers', 'las capas'),
  phrase('every weight is finite', 'todos los pesos son finitos'),
]

function phrase(en: string, es: string): Phrase {
  return { text: { en, es }, visibility: 'public' }
}

const plain: Claim = { label: null, relation: 'equal', got: 1, want: 2 }

function told(claim: Partial<Claim>, language: Language = 'en'): string {
  return plainText(tellClaim({ ...plain, ...claim }, phrases, catalogue(language)))
}

describe('an assertion reads', () => {
  test.each<readonly [Partial<Claim>, en: string, es: string]>([
    [
      { label: 'the layers', got: '["a"]', want: '["a", "b"]' },
      'The layers: we expected ["a", "b"], but got ["a"].',
      'Las capas: se esperaba ["a", "b"], pero se obtuvo ["a"].',
    ],
    [
      { label: 'every weight is finite', got: 'false', want: 'true' },
      'This should hold, but does not: every weight is finite.',
      'Esto debería cumplirse y no se cumple: todos los pesos son finitos.',
    ],
    [
      { label: 'every weight is finite', got: 'true', want: 'false' },
      'This should not hold, but does: every weight is finite.',
      'Esto no debería cumplirse y se cumple: todos los pesos son finitos.',
    ],
    [
      { label: 'history.loss is a list', got: 'undefined', want: 'true' },
      'history.loss is a list: we expected true, but got undefined.',
      'history.loss es una lista: se esperaba true, pero se obtuvo undefined.',
    ],
    [
      { relation: 'at-most', got: 12_345, want: 1000 },
      'A condition of this check does not hold: we expected at most 1,000, but got 12,345.',
      'No se cumple una condición de esta comprobación: se esperaba como mucho 1000, pero se obtuvo 12.345.',
    ],
    [
      { label: 'no phrase', relation: 'unequal', got: '"x"', want: '"x"' },
      'no phrase: we expected anything but the string "x".',
      'no phrase: se esperaba cualquier cosa menos el texto "x".',
    ],
    [
      { relation: 'less', got: 0.500004, want: 0.500003 },
      'A condition of this check does not hold: we expected less than 0.500003, but got 0.500004.',
      'No se cumple una condición de esta comprobación: se esperaba menos de 0,500003, pero se obtuvo 0,500004.',
    ],
  ])('%j', (claim, en, es) => {
    expect(told(claim)).toBe(en)
    expect(told(claim, 'es')).toBe(es)
  })

  test('the phrase that leaves least open is the one for a label', () => {
    expect(told({ label: 'the layers is a list' }, 'es')).toMatch(/^the layers es una lista/)
    const sentence = tellClaim({ ...plain, label: 'history.a is a list' }, phrases, catalogue('es'))
    expect(sentence[0]).toEqual({ untrusted: 'history.a' })
  })
})

test('no text of a value is taken for words of ours, and all of it is there', () => {
  const relation = fc.constantFrom(...RELATIONS)
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  const spans = (claim: Claim, kind: 'text' | 'untrusted') =>
    tellClaim(claim, phrases, catalogue('en')).flatMap((span) =>
      kind in span ? [Object.values(span).join('')] : [],
    )
  fc.assert(
    fc.property(relation, text, text, text, (relation, first, second, name) => {
      const [got, want] = [`[${first}`, `{${second}`]
      const benign: Claim = { label: 'history.a is a list', relation, got: '[]', want: '{}' }
      const claim = { ...benign, label: `history.${name} is a list`, got, want }
      expect(spans(claim, 'text')).toEqual(spans(benign, 'text'))
      const told = relation === 'unequal' ? [want] : relation === 'instance' ? [got] : [want, got]
      expect(spans(claim, 'untrusted').slice(1)).toEqual(told)
    }),
  )
})
