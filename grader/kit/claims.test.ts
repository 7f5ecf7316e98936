import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../model/outcome.ts'
import { type Noted, noteClaims } from './claims.ts'

/** What is noted of an assertion that fails. */
async function notedOf(assertion: () => unknown): Promise<Noted[]> {
  const noted: Noted[] = []
  const undo = noteClaims((one) => noted.push(one))
  try {
    await assertion()
  } catch {
    return noted
  } finally {
    undo()
  }
  return expect.unreachable('the assertion holds')
}

const cases: readonly (readonly [assertion: () => unknown, claim: Omit<Claim, 'label'> | null])[] =
  [
    [() => expect(1).toBe(2), { relation: 'equal', got: 1, want: 2 }],
    [() => expect(1).not.toBe(1), { relation: 'unequal', got: 1, want: 1 }],
    [
      () => expect([[null, 784]]).toEqual([[null, 10]]),
      { relation: 'equal', got: '[[null, 784]]', want: '[[null, 10]]' },
    ],
    [
      () => expect({ a: [1], 'b c': 'x' }).toStrictEqual({}),
      { relation: 'equal', got: '{ a: [1], "b c": "x" }', want: '{}' },
    ],
    [() => expect('mse').toBeNull(), { relation: 'equal', got: '"mse"', want: 'null' }],
    [() => expect(null).not.toBeNull(), { relation: 'unequal', got: 'null', want: 'null' }],
    [() => expect(0).toBeUndefined(), { relation: 'equal', got: 0, want: 'undefined' }],
    [
      () => expect(undefined).toBeDefined(),
      { relation: 'unequal', got: 'undefined', want: 'undefined' },
    ],
    [() => expect(1).toBeNaN(), { relation: 'equal', got: 1, want: 'NaN' }],
    [() => expect(false).toBeTruthy(), { relation: 'equal', got: 'false', want: 'true' }],
    [() => expect(true).toBeFalsy(), { relation: 'equal', got: 'true', want: 'false' }],
    [() => expect(0).toBeTruthy(), null],
    [() => expect(3).toBeLessThan(2), { relation: 'less', got: 3, want: 2 }],
    [() => expect(3).toBeLessThanOrEqual(2), { relation: 'at-most', got: 3, want: 2 }],
    [() => expect(1).toBeGreaterThan(2), { relation: 'greater', got: 1, want: 2 }],
    [() => expect(NaN).toBeGreaterThanOrEqual(2), { relation: 'at-least', got: 'NaN', want: 2 }],
    [() => expect(1).not.toBeLessThan(2), { relation: 'at-least', got: 1, want: 2 }],
    [() => expect(1).toBeCloseTo(2), { relation: 'close', got: 1, want: 2 }],
    [() => expect(2).not.toBeCloseTo(2), null],
    [() => expect([1]).toHaveLength(3), { relation: 'length', got: 1, want: 3 }],
    [() => expect(undefined).toHaveLength(3), { relation: 'length', got: 'undefined', want: 3 }],
    [() => expect(['a']).toContain('b'), { relation: 'contains', got: '["a"]', want: '"b"' }],
    [() => expect('abc').toMatch(/x.*/), { relation: 'matches', got: '"abc"', want: '/x.*/' }],
    [
      () => expect({ loss: 1 }).toMatchObject({ loss: expect.any(Function) }),
      { relation: 'includes', got: '{ loss: 1 }', want: '{ loss: function }' },
    ],
    [
      () => expect(undefined).toBeInstanceOf(Function),
      { relation: 'instance', got: 'undefined', want: 'Function' },
    ],
    [
      () => expect(tf.zeros([2, 3])).toBe(1),
      { relation: 'equal', got: 'tensor float32 [2, 3]', want: 1 },
    ],
    [() => expect(() => undefined).toEqual([]), { relation: 'equal', got: 'function', want: '[]' }],
  ]

describe('a failing assertion is noted as data', () => {
  test.each(cases)('%s', async (assertion, claim) => {
    const noted = await notedOf(assertion)
    expect(noted.map((one) => one.claim)).toEqual(claim === null ? [] : [{ label: null, ...claim }])
  })

  test('with its label and the error that vitest throws', async () => {
    expect(await notedOf(() => expect(1, 'units of the layer').toBe(2))).toEqual([
      {
        name: 'AssertionError',
        message: 'units of the layer: expected 1 to be 2 // Object.is equality',
        claim: { label: 'units of the layer', relation: 'equal', got: 1, want: 2 },
      },
    ])
  })

  test('also where it waits for a promise', async () => {
    const [noted] = await notedOf(() => expect(Promise.resolve(2), 'sum').resolves.toBe(3))
    expect(noted?.claim).toEqual({ label: 'sum', relation: 'equal', got: 2, want: 3 })
  })

  test('also where what was given cannot be compared', async () => {
    const [noted] = await notedOf(() => expect(undefined, 'loss').toBeLessThan(3))
    expect(noted).toMatchObject({ name: 'TypeError', claim: { got: 'undefined', want: 3 } })
  })

  test('but not where the spec itself compares with no number', async () => {
    const one = expect(1)
    expect(await notedOf(() => Reflect.apply(one.toBeLessThan, one, [undefined]))).toEqual([])
  })
})

test('nothing is noted any more once it is undone, nor of what holds', () => {
  const noted: Noted[] = []
  const undo = noteClaims((one) => noted.push(one))
  expect(1).toBe(1)
  undo()
  expect(() => expect(1).toBe(2)).toThrow('expected 1 to be 2')
  expect(noted).toEqual([])
})
