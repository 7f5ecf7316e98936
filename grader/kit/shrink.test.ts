import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shrink } from './shrink.ts'

test('a new pixel is the mean of the old ones under it', () => {
  const image = Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  const small = shrink(image, { height: 4, width: 4, channels: 1 }, 2)
  expect([...small]).toEqual([2.5, 4.5, 10.5, 12.5])
})

test('old pixels that are shared count in part', () => {
  const row = Float32Array.of(3, 6, 9, 3, 6, 9, 3, 6, 9)
  const small = shrink(row, { height: 3, width: 3, channels: 1 }, 2)
  expect([...small].map((value) => Number(value.toFixed(5)))).toEqual([4, 8, 4, 8])
})

test('the mean of every channel stays, and so does a picture of its own size', () => {
  const picture = fc.record({
    side: fc.integer({ min: 1, max: 9 }),
    values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 9 * 9 * 2,
      maxLength: 162,
    }),
  })
  fc.assert(
    fc.property(picture, ({ side, values }) => {
      const image = Float32Array.from(values)
      const size = { height: 9, width: 9, channels: 2 }
      const small = shrink(image, size, side)
      expect(small).toHaveLength(side * side * 2)
      for (const channel of [0, 1]) {
        const mean = (all: Float32Array) => {
          const own = all.filter((_, i) => i % 2 === channel)
          return own.reduce((sum, value) => sum + value, 0) / own.length
        }
        expect(mean(small)).toBeCloseTo(mean(image), 5)
      }
      if (side === 9) expect(small).toEqual(image)
    }),
  )
})

test('a picture is not enlarged', () => {
  const size = { height: 2, width: 5, channels: 1 }
  expect(() => shrink(new Float32Array(10), size, 3)).toThrow(/2 x 5 cannot be shrunk to 3 x 3/)
})
