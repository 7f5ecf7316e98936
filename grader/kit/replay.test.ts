import { describe, expect, test } from 'vitest'
import type { Value } from '../model/value.ts'
import { same } from './replay.ts'

const numbers = (...items: number[]): Value => ({ type: 'numbers', data: Float64Array.from(items) })
const size = (shape: Value, total: number): Value => ({
  type: 'record',
  entries: [
    ['shapes', { type: 'array', items: [shape, numbers(10)] }],
    ['total', { type: 'number', value: total }],
  ],
})
const tensor = (...items: number[]): Value => ({
  type: 'tensor',
  dtype: 'float32',
  shape: [items.length],
  data: Float32Array.from(items),
})

describe('same', () => {
  test('a wrong height differs beside a total in the millions', () => {
    expect(same(size(numbers(16, 16), 4e6), size(numbers(32, 32), 4e6))).toBe(false)
    expect(same(size(numbers(32, 32), 4e6), size(numbers(32, 32), 4e6))).toBe(true)
  })

  test('rounding of float32 is no difference, a small number among large ones is', () => {
    expect(same(tensor(100, 1e-6), tensor(100, 0))).toBe(true)
    expect(same(tensor(100, 0.1), tensor(100, 0))).toBe(false)
    expect(same(numbers(1e7, 1e-6), numbers(1e7, 0))).toBe(true)
    expect(same(numbers(1e7, 12), numbers(1e7, 0))).toBe(false)
  })

  test('other keys, lengths, kinds and NaN differ', () => {
    expect(same(numbers(1), numbers(1, 2))).toBe(false)
    expect(same(numbers(1), tensor(1))).toBe(false)
    expect(same({ type: 'record', entries: [] }, size(numbers(1), 1))).toBe(false)
    expect(same(numbers(Number.NaN), numbers(1))).toBe(false)
    expect(same(numbers(Number.NaN), numbers(Number.NaN))).toBe(true)
  })
})
