/** An object with these fields, all of them, and no others. */
export function record<const P extends Readonly<Record<string, unknown>>>(properties: P) {
  const isField = (name: string): name is keyof P & string => name in properties
  const required = Object.keys(properties).filter(isField)
  return { type: 'object', properties, required, additionalProperties: false } as const
}

export const text = { type: 'string' } as const
export const nullableText = { type: ['string', 'null'] } as const
export const finite = { type: 'number' } as const
/** A whole number from 0. */
export const natural = { type: 'integer', minimum: 0 } as const

type Mutable<T> = T extends readonly unknown[] | object
  ? { -readonly [K in keyof T]: Mutable<T[K]> }
  : T

/**
 * `true` when the record type and the type that a schema describes are assignable to each other, so
 * that a field cannot be added to one and forgotten in the other. A schema knows no `readonly`.
 * The compiler stops comparing a few levels down, so each record of a nest is compared by itself.
 */
type Agree<Written, Described> = [Mutable<Written>] extends [Described]
  ? [Described] extends [Mutable<Written>]
    ? true
    : false
  : false

/** Does not compile when the types part: `sameType<Outcome, FromSchema<typeof outcomeSchema>>(true)`. */
export function sameType<Written, Described>(_agree: Agree<Written, Described>): void {}
