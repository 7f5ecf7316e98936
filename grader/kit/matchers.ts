import * as tf from '@tensorflow/tfjs'
import { expect } from 'vitest'
import { toValue } from '../model/convert.ts'
import type { Value } from '../model/value.ts'
import { measured } from '../model/value-json.ts'
import { compare, describeValue } from './compare.ts'
import { MismatchError } from './failure.ts'
import { currentFrame, raise } from './frame.ts'
import { handlesByKind, noHandles } from './reference.ts'

interface GradusMatchers {
  /**
   * Compares tensors, or promises of them: dtype, shape, NaN and infinities must agree (throws
   * `MismatchError`); values are recorded as `max-error` and `max-relative-error` and judged later.
   */
  toMatchTensor(expected: tf.Tensor | Promise<tf.Tensor>): Promise<void>
  /** The same for plain data: numbers are compared like tensor elements, all else exactly. */
  toMatchValue(expected: unknown): Promise<void>
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends GradusMatchers {}
}

expect.extend({
  async toMatchTensor(received: unknown, expected: unknown) {
    const [got, want] = await bothSides(received, expected)
    if (want.type !== 'tensor') throw new TypeError('toMatchTensor needs a tensor to compare with.')
    return record(got, want)
  },
  async toMatchValue(received: unknown, expected: unknown) {
    const [got, want] = await bothSides(received, expected)
    return record(got, want)
  },
})

/** The submission first: what it does wrong must be told before the reference is asked. */
async function bothSides(received: unknown, expected: unknown): Promise<[Value, Value]> {
  // A promise that nobody awaits yet must not count as unhandled when the other side fails.
  if (expected instanceof Promise) expected.catch(() => undefined)
  const got = await received
  const want = await expected
  return [await toValue(got, tf, handlesByKind), await toValue(want, tf, noHandles)]
}

function record(got: Value, want: Value): { pass: boolean; message: () => string } {
  const frame = currentFrame()
  const comparison = compare(got, want)
  if (comparison.kind === 'mismatch') raise(new MismatchError(comparison.mismatch))
  const { maxError, maxRelativeError, mismatch } = comparison
  append(frame.measurements, 'max-error', maxError)
  append(frame.measurements, 'max-relative-error', maxRelativeError)
  if (frame.worst === null || maxError > frame.worst.error) {
    frame.worst = { mismatch, error: maxError, relativeError: maxRelativeError }
  }
  return { pass: true, message: () => `${describeValue(got)} was expected to differ` }
}

function append<T>(
  lists: Map<string, (T | ReturnType<typeof measured>)[]>,
  name: string,
  value: number,
) {
  const list = lists.get(name) ?? []
  list.push(measured(value))
  lists.set(name, list)
}
