import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linearProbe, solve } from './linear-probe.ts'

test('solve finds the x of A x = b', () => {
  const value = fc.double({ min: -2, max: 2, noNaN: true })
  const square = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.record({ n: fc.constant(n), m: numbers(n * n), x: numbers(n) }))
  function numbers(length: number) {
    return fc.array(value, { minLength: length, maxLength: length })
  }
  fc.assert(
    fc.property(square, ({ n, m, x }) => {
      const at = (i: number, j: number) => m[i * n + j] ?? 0
      const range = [...Array(n).keys()]
      // M M' + I is symmetric and positive definite
      const a = range.flatMap((i) =>
        range.map((j) => range.reduce((sum, k) => sum + at(i, k) * at(j, k), i === j ? 1 : 0)),
      )
      const b = range.map((i) =>
        range.reduce((sum, j) => sum + (a[i * n + j] ?? 0) * (x[j] ?? 0), 0),
      )
      const found = solve(Float64Array.from(a), Float64Array.from(b))
      for (const [i, expected] of x.entries()) expect(found[i]).toBeCloseTo(expected, 8)
    }),
  )
})

test('a linear rule is found, one of signs multiplied is not', async () => {
  const draw = (count: number, seed: number) => tf.randomNormal([count, 5], 0, 1, 'float32', seed)
  const examples = async (count: number, seed: number, rule: (row: number[]) => boolean) => {
    const features = draw(count, seed).as2D(count, 5)
    const rows = await features.array()
    return { features, labels: Uint8Array.from(rows, (row) => Number(rule(row))) }
  }
  const sum = ([a = 0, b = 0]: number[]) => a + b > 0
  const product = ([a = 0, b = 0]: number[]) => a * b > 0
  const found = [sum, product].map(async (rule) =>
    linearProbe(await examples(300, 1, rule), await examples(300, 2, rule)),
  )
  const [easy = 0, hard = 0] = await Promise.all(found)
  expect(easy).toBeGreaterThan(0.95)
  expect(hard).toBeLessThan(0.62)
})
