import { describe, expect, test } from 'vitest'
import { total } from '../src/total.ts'
import * as solution from './solution.ts'

const randomList = (length: number) =>
  Array.from({ length }, () => Math.floor(Math.random() * 101) - 50)

describe('total', () => {
  test('small', () => {
    expect(total([1, 2, 3.5])).toBe(6.5)
  })

  test('random-lists', () => {
    for (const length of [0, 1, 7]) {
      const numbers = randomList(length)
      expect(total(numbers)).toBe(solution.total(numbers))
    }
  })
})
