import * as tf from '@tensorflow/tfjs'
import { SHOWN, type Shown } from '../model/outcome.ts'
import { RemoteObject } from './remote-object.ts'

/** Nesting beyond which a value is only hinted at. */
const DEEPEST = 6

/**
 * A value as a report shows it: a finite number as it is, all else as text, in at most `SHOWN` characters. A
 * submission may have answered with millions of parts: no more of them are looked at than are shown.
 */
export function show(value: unknown): Shown {
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value
  const text = write(value, SHOWN, DEEPEST)
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`
}

/** @param room characters after which nothing more is written; the text may be longer. */
function write(value: unknown, room: number, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.slice(0, room))
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'function':
      return 'function'
    case 'object':
      return value === null ? 'null' : writeObject(value, room, depth)
    default:
      return String(value)
  }
}

function writeObject(value: object, room: number, depth: number): string {
  if (value instanceof tf.Tensor) return `tensor ${value.dtype} [${value.shape.join(', ')}]`
  if (value instanceof RemoteObject) return 'object'
  if (value instanceof RegExp) return String(value)
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return `[${writeParts(partsOf(value), room, depth, (part) => ['', part])}]`
  }
  const matcher = asymmetric(value)
  if (matcher !== null) return matcher
  const parts = writeParts(entriesOf(value), room, depth, ([key, part]) => [
    `${named(key.slice(0, room))}: `,
    part,
  ])
  return parts === '' ? '{}' : `{ ${parts} }`
}

function writeParts<Part>(
  parts: Iterable<Part>,
  room: number,
  depth: number,
  of: (part: Part) => readonly [lead: string, value: unknown],
): string {
  let text = ''
  for (const part of parts) {
    if (text !== '') text += ', '
    if (text.length >= room || depth === 0) return `${text}…`
    const [lead, value] = of(part)
    text += lead + write(value, room - text.length, depth - 1)
  }
  return text
}

function partsOf(value: readonly unknown[] | ArrayBufferView): Iterable<unknown> {
  return Array.isArray(value) || isIterable(value) ? value : []
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value
}

/** One after the other: an object of a million entries is not listed as a whole. */
function* entriesOf(value: object): Generator<readonly [string, unknown]> {
  for (const key in value) {
    if (Object.hasOwn(value, key)) yield [key, Reflect.get(value, key)]
  }
}

function named(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)
}

/** `function` for the `expect.any(Function)` of a spec, as the value that it asks for is shown. */
function asymmetric(value: object): string | null {
  if (!('asymmetricMatch' in value) || typeof value.asymmetricMatch !== 'function') return null
  if (!('toAsymmetricMatcher' in value)) return String(value)
  const { toAsymmetricMatcher: tell } = value
  const text = typeof tell === 'function' ? String(Reflect.apply(tell, value, [])) : String(value)
  return text === 'Any<Function>' ? 'function' : text
}
