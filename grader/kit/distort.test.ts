import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distort } from './distort.ts'

test('float16 keeps eleven significant bits', () => {
  const distorted = (value: number) => distort({ type: 'number', value }, 'float16')
  expect(distorted(1 / 3)).toEqual({ type: 'number', value: 0.333251953125 })
  expect(distorted(2048)).toEqual({ type: 'number', value: 2048 })
  const usual = fc.double({ min: 1e-4, max: 6e4, noNaN: true })
  fc.assert(
    fc.property(usual, (value) => {
      const result = distorted(value)
      if (result.type !== 'number') throw new Error('unreachable')
      expect(Math.abs(result.value - value)).toBeLessThanOrEqual(value * 2 ** -11)
    }),
  )
})

test('every number of a nested value is spoiled, text is not', () => {
  const value = {
    type: 'record',
    entries: [
      ['name', { type: 'string', value: 'a' }],
      ['shapes', { type: 'array', items: [{ type: 'number', value: 3 }] }],
    ],
  } as const
  expect(distort(value, 'zeros')).toEqual({
    type: 'record',
    entries: [
      ['name', { type: 'string', value: 'a' }],
      ['shapes', { type: 'array', items: [{ type: 'number', value: 0 }] }],
    ],
  })
})
