import { describe, expect, test } from 'vitest'
import { summary } from '../src/summary.ts'

describe('summary', () => {
  test('example', () => {
    expect(summary([4, 9, 2])).toEqual({ count: 3, largest: 9 })
  })

  test('random-lists', () => {
    for (const count of [1, 2, 9]) {
      const numbers = Array.from({ length: count }, () => Math.floor(Math.random() * 100))
      expect(summary(numbers)).toEqual({ count, largest: Math.max(...numbers) })
    }
  })
})
