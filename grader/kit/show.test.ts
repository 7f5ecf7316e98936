import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SHOWN } from '../model/outcome.ts'
import { show } from './show.ts'

describe('a value is shown', () => {
  test.each<readonly [shown: unknown, value: unknown]>([
    [0.25, 0.25],
    ['-0', -0],
    ['NaN', NaN],
    ['-Infinity', -Infinity],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
    ['"a \\"b\\"\\n"', 'a "b"\n'],
    ['[]', []],
    ['[1, [2, null]]', [1, [2, null]]],
    ['[0.5, -1]', new Float32Array([0.5, -1])],
    ['{}', {}],
    ['{ a: 1, "b-c": { d: [] } }', { a: 1, 'b-c': { d: [] } }],
    ['function', Math.max],
    ['/a+/g', /a+/g],
    ['10', 10n],
  ])('as %s', (shown, value) => {
    expect(show(value)).toBe(shown)
  })

  test('in few characters, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 8, withTypedArray: true }), (value) => {
        const shown = show(value)
        expect(typeof shown === 'number' || shown.length <= SHOWN).toBe(true)
        expect(show(value)).toBe(shown)
      }),
    )
  })

  test('as far as there is room, and the rest hinted at', () => {
    for (const value of [
      'x'.repeat(1e6),
      '\u0001'.repeat(1e6),
      ['a'.repeat(400), 1],
      { ['k'.repeat(1e6)]: 1 },
      Array.from({ length: 1e6 }, (_, i) => i),
    ]) {
      const shown = show(value)
      expect(shown).toHaveLength(SHOWN)
      expect(shown).toMatch(/…$/)
    }
  })

  test('also when it is nested without end', () => {
    const cycle: unknown[] = []
    cycle.push(cycle)
    expect(show(cycle)).toBe('[[[[[[[…]]]]]]]')
  })
})
