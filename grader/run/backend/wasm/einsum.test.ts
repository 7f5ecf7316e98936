import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  expectClose,
  floats,
  footprint,
  type Numbers,
  startWasm,
  toTensor,
  uniform,
} from './testing/gradients.ts'

beforeAll(startWasm)

const SIZES: Readonly<Record<string, number>> = { b: 2, h: 4, i: 3, j: 5, k: 2, l: 1 }

/** A tensor for every term of an equation. */
function inputsOf(equation: string, seed: number): Numbers[] {
  const [terms = ''] = equation.replace(/\s/g, '').split('->')
  return terms.split(',').map((term, index) =>
    uniform(
      [...term].map((label) => SIZES[label] ?? 0),
      seed + index,
    ),
  )
}

function compute(equation: string, inputs: readonly Numbers[]) {
  return tf.tidy(() => {
    const sum = tf.einsum(equation, ...inputs.map(toTensor))
    return { shape: sum.shape, values: floats(sum) }
  })
}

async function onCpu<Result>(act: () => Result): Promise<Result> {
  await tf.setBackend('cpu')
  try {
    return act()
  } finally {
    await tf.setBackend('wasm')
  }
}

describe('an einsum is that of the cpu backend', () => {
  test.each([
    ...['ij,ij->', 'ij,j->i', 'ij,ij->i', 'i,i->', 'ij,jk->ik', 'bij,bjk->bik', 'bij,bkj->bik'],
    ...['ij->ji', 'ij->ij', 'ij->', 'ij->j', 'bij->jbi', 'i,j->ij', 'bi,bj->bij', ',ij->ij', '->'],
    ...['bihl,bjhl->bhij', 'bhij,bjhl->bihl', 'l,il->i', ' i j , j k -> k i '],
  ])('%s', async (equation) => {
    const inputs = inputsOf(equation, 1)
    const got = compute(equation, inputs)
    const want = await onCpu(() => compute(equation, inputs))
    expect(got.shape).toEqual(want.shape)
    expectClose(got.values, want.values, 1e-5, equation)
  })

  test.each([
    ['ii->', [[2, 2]]],
    ['ii->i', [[2, 2]]],
    ['ij', [[2, 2]]],
    ['ij->->', [[2, 2]]],
    ['...j->j', [[2, 2]]],
    ['ij->k', [[2, 2]]],
    ['i,i->', [[2]]],
    ['i,i,i->', [[2], [2], [2]]],
  ])('and so is the error of %s', async (equation, shapes) => {
    const act = () => messageOf(equation, shapes)
    const message = act()
    expect(message).not.toBeNull()
    expect(message).toBe(await onCpu(act))
  })
})

test('the cpu backend leaves labels unsummed, or a tensor out, that only one of two tensors has', async () => {
  const shapeOf = (equation: string) => compute(equation, inputsOf(equation, 1)).shape
  const got = ['i,j->', 'ij,jk->', 'i,j->i'].map(shapeOf)
  expect(got).toEqual([[], [], [SIZES['i']]])
  expect(await onCpu(() => ['i,j->', 'ij,jk->', 'i,j->i'].map(shapeOf))).not.toEqual(got)
})

test('is the sum of all products, whatever labels the two tensors share', () => {
  const labels = fc.uniqueArray(fc.constantFrom('b', 'h', 'i', 'j'), { maxLength: 4 })
  const cases = fc.record({ a: labels, b: labels, order: fc.gen(), seed: fc.nat() })
  fc.assert(
    fc.property(cases, ({ a, b, order, seed }) => {
      const all = [...new Set([...a, ...b])]
      const result = order(() => fc.shuffledSubarray(all))
      const equation = `${a.join('')},${b.join('')}->${result.join('')}`
      const inputs = inputsOf(equation, seed)
      const { shape, values } = compute(equation, inputs)
      expect(shape).toEqual(result.map((label) => SIZES[label]))
      expectClose(values, sumOfProducts([a, b], result, inputs), 1e-5, equation)
    }),
    { numRuns: 150 },
  )
})

test('whole numbers and truths give whole numbers, and numbers with whole numbers numbers', () => {
  const whole = tf.tensor1d([1, 2, 2 ** 24], 'int32')
  const truths = tf.tensor1d([true, false, true], 'bool')
  const sum = tf.einsum('i,i->', whole, truths)
  expect([sum.dtype, ...sum.dataSync()]).toEqual(['int32', 2 ** 24 + 1])
  const count = tf.einsum('i->', truths)
  expect([count.dtype, ...count.dataSync()]).toEqual(['int32', 2])
  const half = tf.einsum('i,i->i', tf.tensor1d([0.5, 0.5, 0.5]), whole)
  expect([half.dtype, ...half.dataSync()]).toEqual(['float32', 0.5, 1, 2 ** 23])
})

test('tensors that do not fit the equation are refused', () => {
  expect(
    messageOf('ij,jk->ik', [
      [2, 3],
      [4, 2],
    ]),
  ).toBe("einsum 'ij,jk->ik': 'j' is 3, but axis 0 of shape [4, 2] is not")
  expect(messageOf('ij->ji', [[2, 3, 4]])).toBe(
    "einsum 'ij->ji': a tensor of shape [2, 3, 4] should have 2 axes",
  )
  expect(messageOf('i->ii', [[2]])).toBe("einsum 'i->ii': the result has a label twice")
})

test('leaves no tensors behind, and its inputs as they were', () => {
  for (const equation of ['ij,ij->', 'bij,bjk->bik', 'ij->ji', 'ij->ij', '->', 'i,j->ij']) {
    const before = footprint()
    const inputs = inputsOf(equation, 1).map(toTensor)
    const values = inputs.map(floats)
    const sum = tf.einsum(equation, ...inputs)
    expect(tf.memory().numTensors).toBe(before.tensors + inputs.length + 1)
    sum.dispose()
    expect(inputs.map(floats)).toEqual(values)
    tf.dispose(inputs)
    expect(footprint(), equation).toEqual(before)
  }
})

test('leaves no tensors behind where it refuses', () => {
  const x = tf.ones([2, 3])
  const before = footprint()
  expect(() => tf.einsum('ij,jk->ik', x, x)).toThrow('axis 0')
  expect(footprint()).toEqual(before)
  x.dispose()
})

function messageOf(equation: string, shapes: readonly number[][]): string | null {
  try {
    tf.tidy(() => void tf.einsum(equation, ...shapes.map((shape) => tf.ones(shape))))
    return null
  } catch (error) {
    if (error instanceof Error) return error.message
    throw error
  }
}

/** By the definition: one product for every choice of all labels. */
function sumOfProducts(
  terms: readonly (readonly string[])[],
  result: readonly string[],
  inputs: readonly Numbers[],
): Float32Array {
  const all = [...new Set(terms.flat())]
  const sums = new Float32Array(sizeOf(result))
  for (let choice = 0; choice < sizeOf(all); choice++) {
    const at = new Map<string, number>()
    let rest = choice
    for (const label of all) {
      const size = SIZES[label] ?? 0
      at.set(label, rest % size)
      rest = Math.floor(rest / size)
    }
    const offset = (labels: readonly string[]) =>
      labels.reduce((sum, label) => sum * (SIZES[label] ?? 0) + (at.get(label) ?? 0), 0)
    const product = terms.reduce(
      (value, labels, index) => value * (inputs[index]?.values[offset(labels)] ?? Number.NaN),
      1,
    )
    sums[offset(result)] = (sums[offset(result)] ?? 0) + product
  }
  return sums
}

function sizeOf(labels: readonly string[]): number {
  return labels.reduce((size, label) => size * (SIZES[label] ?? 0), 1)
}
