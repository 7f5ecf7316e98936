import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConversionError, fromValue, type Handles, toValue, VALUE_CAPS } from './convert.ts'
import type { Value } from './value.ts'

const issued: object[] = []
const handles: Handles = {
  toHandle(subject) {
    if (typeof subject !== 'function') return null
    return { type: 'handle', kind: 'function', id: issued.push(subject) - 1 }
  },
  fromHandle: (_, id) => issued[id],
}

const there = (subject: unknown) => toValue(subject, tf, handles)
const back = (value: Value) => fromValue(value, tf, handles)

/** Plain data as JavaScript has it; a list of numbers crosses packed. */
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false),
    fc.double(),
    fc.string(),
    fc.array(fc.double(), { maxLength: 5 }),
    fc.uint8Array({ maxLength: 5 }),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__')), tie('data'), { maxKeys: 4 }),
  ),
}))

describe('data', () => {
  test('crosses and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(data, async (data) => {
        expect(back(await there(data))).toEqual(data)
      }),
    )
  })

  test('with a key __proto__ changes no prototype', () => {
    const value: Value = {
      type: 'record',
      entries: [['__proto__', { type: 'record', entries: [['x', { type: 'null' }]] }]],
    }
    const object = back(value)
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
    expect(Object.keys(Object(object))).toEqual(['__proto__'])
  })

  test.each([
    [new Map(), 'a Map'],
    [new Set(), 'a Set'],
    [Promise.resolve(), 'a Promise'],
    [10n, 'a bigint'],
    [Symbol('x'), 'a symbol'],
    [new DataView(new ArrayBuffer(1)), 'a DataView'],
    [BigInt64Array.of(1n), 'a BigInt64Array'],
  ])('that cannot cross is named: %s', async (subject, name) => {
    await expect(there([subject])).rejects.toThrow(`${name} cannot be returned or passed`)
  })

  test('in a cycle is refused', async () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    await expect(there(cycle)).rejects.toThrow(ConversionError)
  })

  test('of too many parts is refused', async () => {
    const items = Array.from({ length: VALUE_CAPS.nodes }, () => null)
    await expect(there(items)).rejects.toThrow(ConversionError)
  })

  test('of an instance of a class is its own fields, of a typed array its numbers', async () => {
    class Line {
      readonly slope = 2
      at(x: number) {
        return this.slope * x
      }
    }
    expect(back(await there(new Line()))).toEqual({ slope: 2 })
    expect(back(await there(Float32Array.of(1, 2)))).toEqual([1, 2])
    expect(back(await there(Uint8ClampedArray.of(1, 2)))).toEqual([1, 2])
  })

  test('that are bytes cross as a Uint8Array of its own, of a Buffer and of a part of one too', async () => {
    const file = Buffer.from('a picture')
    for (const part of [file, file.subarray(2), new Uint8Array(file)]) {
      const want = Uint8Array.from(part)
      const value = await there([{ name: 'a.jpg', bytes: part }])
      part.fill(0)
      const [first, second] = [back(value), back(value)]
      expect(first).toEqual([{ name: 'a.jpg', bytes: want }])
      const bytes = bytesOf(first)
      expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype)
      expect(bytes.buffer.byteLength).toBe(want.length)
      // what one function writes into its copy, the next does not see
      bytes.fill(7)
      expect(bytesOf(second)).toEqual(want)
      part.set(want)
    }
  })

  test('that only claim to be bytes are no bytes', async () => {
    const claims: unknown = Object.create(Uint8Array.prototype)
    expect(await there(claims)).toEqual({ type: 'record', entries: [] })
  })
})

function bytesOf(items: unknown): Uint8Array {
  const [item]: unknown[] = Array.isArray(items) ? items : []
  if (typeof item !== 'object' || item === null || !('bytes' in item)) throw new Error('lost')
  if (!(item.bytes instanceof Uint8Array)) throw new Error('no bytes')
  return item.bytes
}

describe('tensors', () => {
  test.each([
    tf.tensor([1.5, Number.NaN, Number.POSITIVE_INFINITY], [3, 1]),
    tf.tensor([1, 2], [2], 'int32'),
    tf.tensor([1, 0], [1, 2], 'bool'),
    tf.scalar(3),
    tf.zeros([0, 4]),
  ])('cross with shape and dtype: %s', async (tensor) => {
    const copy = back(await there({ tensor }))
    if (typeof copy !== 'object' || copy === null || !('tensor' in copy)) throw new Error('lost')
    if (!(copy.tensor instanceof tf.Tensor)) throw new Error('no tensor')
    expect([copy.tensor.shape, copy.tensor.dtype]).toEqual([tensor.shape, tensor.dtype])
    expect(await copy.tensor.data()).toEqual(await tensor.data())
    expect(tensor.isDisposed).toBe(false)
  })

  test('are copies: what happens to the original is not seen', async () => {
    const tensor = tf.tensor1d([1, 2])
    const value = await there(tensor)
    tensor.dataSync()[0] = 9
    expect(value).toMatchObject({ data: Float32Array.of(1, 2) })
  })

  test('that were cast from a narrower type cross as what they were cast to', async () => {
    const labels = tf.oneHot(tf.tensor1d([1], 'int32'), 3)
    expect(await there(labels.toFloat())).toMatchObject({ data: Float32Array.of(0, 1, 0) })
    const flags = tf.tensor1d([1, 0], 'bool')
    expect(await there(flags.toFloat())).toMatchObject({ data: Float32Array.of(1, 0) })
    expect(await there(flags.toInt())).toMatchObject({ data: Int32Array.of(1, 0) })
  })

  test('that have no data, or no numbers, are refused', async () => {
    const disposed = tf.tensor1d([1])
    disposed.dispose()
    await expect(there(disposed)).rejects.toThrow('disposed')
    await expect(there(tf.tensor(['a']))).rejects.toThrow('a string tensor')
  })
})

test('a function stays where it is, and its handle finds it again', async () => {
  const double = (x: number) => 2 * x
  expect(back(await there({ double }))).toEqual({ double })
})
