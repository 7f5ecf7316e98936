import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../model/value.ts'
import { compare } from './compare.ts'

const tensor = (data: readonly number[], shape: readonly number[] = [data.length]): Value => ({
  type: 'tensor',
  dtype: 'float32',
  shape,
  data: Float32Array.from(data),
})
const number = (value: number): Value => ({ type: 'number', value })
const numbers = (...data: number[]): Value => ({ type: 'numbers', data: Float64Array.from(data) })
const record = (entries: Record<string, Value>): Value => ({
  type: 'record',
  entries: Object.entries(entries),
})

describe('compare', () => {
  test('measures the largest error and points at it', () => {
    const result = compare(tensor([1, 2, 3, 8], [2, 2]), tensor([1, 2, 4, 4], [2, 2]))
    expect(result).toMatchObject({
      kind: 'measured',
      maxError: 4,
      maxRelativeError: 1,
      mismatch: { total: 4, errors: [4, 1, 0, 0], worst: { index: [1, 1], got: 8, want: 4 } },
    })
  })

  test('shape comes before values, dtype before NaN', () => {
    const int: Value = { type: 'tensor', dtype: 'int32', shape: [1], data: Int32Array.of(1) }
    expect(compare(tensor([Number.NaN]), tensor([1, 2]))).toMatchObject({
      mismatch: { kind: 'shape', got: 'tensor float32 [1]', want: 'tensor float32 [2]' },
    })
    expect(compare(tensor([Number.NaN]), int)).toMatchObject({ mismatch: { kind: 'dtype' } })
  })

  test('NaN equals nothing but NaN, infinity nothing but itself', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity]) {
      expect(compare(tensor([bad]), tensor([1]))).toMatchObject({ mismatch: { kind: 'nan' } })
      expect(compare(tensor([1]), tensor([bad]))).toMatchObject({ mismatch: { kind: 'nan' } })
      expect(compare(tensor([bad]), tensor([bad]))).toMatchObject({ maxError: 0 })
    }
    expect(compare(tensor([Infinity]), tensor([-Infinity])).kind).toBe('mismatch')
  })

  test('bytes are numbers, of which none may differ unseen', () => {
    const bytes = (...data: number[]): Value => ({ type: 'bytes', data: Uint8Array.from(data) })
    expect(compare(bytes(1, 2), bytes(1, 9))).toMatchObject({ kind: 'measured', maxError: 7 })
    expect(compare(bytes(1, 2), numbers(1, 2))).toMatchObject({ kind: 'measured', maxError: 0 })
    expect(compare(numbers(1, 2), bytes(1, 3))).toMatchObject({ kind: 'measured', maxError: 1 })
    expect(compare(bytes(1), bytes(1, 2))).toMatchObject({
      mismatch: { kind: 'shape', got: 'Uint8Array of 1', want: 'Uint8Array of 2' },
    })
    expect(compare(number(1), bytes(1))).toMatchObject({ mismatch: { kind: 'structure' } })
  })

  test('plain data agrees by structure, keys in any order', () => {
    const want = record({ total: number(3), shapes: { type: 'array', items: [numbers(1, 2)] } })
    const got = record({ shapes: { type: 'array', items: [numbers(1, 2)] }, total: number(3) })
    expect(compare(got, want)).toMatchObject({ kind: 'measured', maxError: 0 })
    const short = record({ total: number(3), shapes: { type: 'array', items: [numbers(1)] } })
    expect(compare(short, want)).toMatchObject({
      mismatch: { kind: 'shape', got: 'array of 1 numbers at [shapes, 0]' },
    })
    expect(compare(record({ total: number(3) }), want)).toMatchObject({
      mismatch: { kind: 'structure' },
    })
  })

  test('a key may be called __proto__ or be given twice without fooling it', () => {
    const want = record({ total: number(3) })
    const twice: Value = {
      type: 'record',
      entries: [
        ['__proto__', number(3)],
        ['total', number(4)],
      ],
    }
    expect(compare(twice, want).kind).toBe('mismatch')
  })

  test('no value passes for a different finite one', () => {
    const finite = fc.float({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(finite, finite), { minLength: 1 }), (pairs) => {
        const result = compare(tensor(pairs.map(([a]) => a)), tensor(pairs.map(([, b]) => b)))
        const largest = Math.max(...pairs.map(([a, b]) => Math.abs(a - b)))
        expect(result).toMatchObject({ kind: 'measured', maxError: largest })
      }),
    )
  })
})
