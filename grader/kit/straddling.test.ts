import { describe, expect, test } from 'vitest'
import { straddling } from './straddling.ts'

describe('straddling', () => {
  test('visits both ends of every range, alone and together', () => {
    const cases = straddling({ height: [3, 8], width: [1, 5] })
    for (const wanted of [
      { height: 3, width: 1 },
      { height: 8, width: 5 },
      { height: 3, width: 5 },
      { height: 8, width: 1 },
      { height: 4, width: 2 },
    ]) {
      expect(cases).toContainEqual(wanted)
    }
    expect(new Set(cases.map((each) => JSON.stringify(each))).size).toBe(cases.length)
  })

  test('a fixed size gives one case', () => {
    expect(straddling({ channels: [1, 1] })).toEqual([{ channels: 1 }])
  })

  test('refuses a range that is upside down', () => {
    expect(() => straddling({ height: [3, 2] })).toThrow('height')
  })
})
