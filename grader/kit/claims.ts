import { chai } from 'vitest'
import { type Claim, SHOWN, type Shown } from '../model/outcome.ts'
import { show } from './show.ts'

/** An assertion that failed, found again by the error that it threw. */
export interface Noted {
  readonly name: string
  readonly message: string
  readonly claim: Claim
}

type Told = Omit<Claim, 'label'>
type Relation = Claim['relation']
type Matcher = (got: unknown, want: unknown, negated: boolean) => Told | null

const OPPOSITE: Partial<Readonly<Record<Relation, Relation>>> = {
  equal: 'unequal',
  unequal: 'equal',
  less: 'at-least',
  'at-least': 'less',
  greater: 'at-most',
  'at-most': 'greater',
}

/** What vitest's matchers ask for. One that is not here, or not with `not`, is told in vitest's own words. */
const MATCHERS: Readonly<Record<string, Matcher>> = {
  toBe: relates('equal'),
  toEqual: relates('equal'),
  toStrictEqual: relates('equal'),
  toBeNull: (got, _, negated) => relates('equal')(got, null, negated),
  toBeUndefined: (got, _, negated) => relates('equal')(got, undefined, negated),
  toBeDefined: (got, _, negated) => relates('unequal')(got, undefined, negated),
  toBeNaN: (got, _, negated) => relates('equal')(got, Number.NaN, negated),
  toBeTruthy: (got, _, negated) => truth(got, !negated),
  toBeFalsy: (got, _, negated) => truth(got, negated),
  toBeLessThan: relates('less'),
  toBeLessThanOrEqual: relates('at-most'),
  toBeGreaterThan: relates('greater'),
  toBeGreaterThanOrEqual: relates('at-least'),
  toBeCloseTo: relates('close'),
  toHaveLength: (got, want, negated) => relates('length')(lengthOf(got), want, negated),
  toContain: relates('contains'),
  toMatch: relates('matches'),
  toMatchObject: relates('includes'),
  toBeInstanceOf: (got, want, negated) => tell('instance', show(got), nameOf(want), negated),
}

/**
 * From here on hands every failing assertion to `note`, as data: vitest itself keeps only its sentence, in
 * English and with the values cut short.
 * @returns what undoes it
 */
export function noteClaims(note: (noted: Noted) => void): () => void {
  const { prototype } = chai.Assertion
  const originals = Object.entries(MATCHERS).map(([name, matcher]) => {
    const original: unknown = Reflect.get(prototype, name)
    if (typeof original !== 'function') throw new Error(`vitest has no matcher ${name}.`)
    Reflect.set(prototype, name, function (this: object, ...args: unknown[]): unknown {
      try {
        return Reflect.apply(original, this, args)
      } catch (error) {
        const noted = error instanceof Error ? describe(this, matcher, args[0], error) : null
        if (noted !== null) note(noted)
        throw error
      }
    })
    return [name, original] as const
  })
  return () => {
    for (const [name, original] of originals) Reflect.set(prototype, name, original)
  }
}

function describe(
  assertion: object,
  matcher: Matcher,
  want: unknown,
  { name, message }: Error,
): Noted | null {
  const label: unknown = chai.util.flag(assertion, 'message')
  const got: unknown = chai.util.flag(assertion, 'object')
  const told = matcher(got, want, chai.util.flag(assertion, 'negate') === true)
  // Other errors are the spec's own, but for a value that cannot be compared.
  if (told === null || (name !== 'AssertionError' && !isIncomparable(told))) return null
  const text = typeof label === 'string' && label.trim() !== '' ? label.slice(0, SHOWN) : null
  return { name, message, claim: { label: text, ...told } }
}

/** vitest throws a TypeError for a comparison with what is no number; the submission may have given that. */
function isIncomparable({ relation, got, want }: Told): boolean {
  const compares = ['less', 'at-most', 'greater', 'at-least'].includes(relation)
  return compares && typeof want === 'number' && !isNumber(got)
}

function isNumber(shown: Shown): boolean {
  return typeof shown === 'number' || /^-?(Infinity|NaN|0|\d+n)$/.test(shown)
}

function relates(relation: Relation): Matcher {
  return (got, want, negated) => tell(relation, show(got), show(want), negated)
}

function tell(relation: Relation, got: Shown, want: Shown, negated: boolean): Told | null {
  const meant = negated ? OPPOSITE[relation] : relation
  return meant === undefined ? null : { relation: meant, got, want }
}

/** Of what is neither true nor false there is no telling which was meant. */
function truth(got: unknown, want: boolean): Told | null {
  return typeof got === 'boolean' ? { relation: 'equal', got: show(got), want: show(want) } : null
}

function lengthOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length
  const isObject = typeof value === 'object' && value !== null
  return isObject && 'length' in value ? value.length : value
}

function nameOf(type: unknown): string {
  return typeof type === 'function' ? type.name : String(show(type))
}
