import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  expectClose,
  expectGradients,
  floats,
  footprint,
  largestDifference,
  startWasm,
  toTensor,
  uniform,
} from './testing/gradients.ts'

beforeAll(startWasm)

describe('a product', () => {
  test('does not use the packing that a view of another shape left behind', () => {
    const a = tf.tensor1d([0.5, 1, 1])
    const v = tf.tensor1d([1, 2, 14])
    const outer = floats(tf.outerProduct(a, v))
    expect(floats(tf.dot(a, v))[0]).toBeCloseTo(16.5)
    expect(floats(tf.outerProduct(a, v))).toEqual(outer)
    expect(floats(tf.dot(a, v))[0]).toBeCloseTo(16.5)
  })

  test('is right when a new tensor takes the memory of one that was packed', () => {
    const memory = new Set<number>()
    for (let round = 1; round <= 20; round++) {
      const b = tf.fill([3, 4], round)
      memory.add(Reflect.get(tf.backend(), 'getMemoryOffset').call(tf.backend(), b.dataId))
      expect([...floats(tf.tidy(() => tf.matMul(tf.ones([1, 3]), b.as2D(3, 4))))]).toEqual(
        Array(4).fill(3 * round),
      )
      b.dispose()
    }
    expect(memory.size, 'addresses of 20 tensors').toBeLessThan(20)
  })

  test('is right for a tensor that has been to another backend and back', async () => {
    const a = tf.tensor2d([[1, 2, 3]])
    const b = tf.tensor1d([4, 5, 6])
    tf.matMul(a.as2D(3, 1), b.as2D(1, 3))
    await tf.setBackend('cpu')
    expect(floats(tf.matMul(a, b.as2D(3, 1)))[0]).toBe(32)
    await tf.setBackend('wasm')
    expect(floats(tf.matMul(a, b.as2D(3, 1)))[0]).toBe(32)
    expect(floats(tf.matMul(a.as2D(3, 1), b.as2D(1, 3)))[8]).toBe(18)
  })

  test('keeps no packed copy of a right-hand side that was disposed', () => {
    const multiply = () =>
      tf.tidy(() => tf.matMul(tf.ones([1, 256]), tf.ones([256, 256])).dataSync())
    for (let round = 0; round < 10; round++) multiply()
    const size = heapSize()
    // 256 KiB each: a leak of the packed copies would need 500 MiB.
    for (let round = 0; round < 2000; round++) multiply()
    expect(heapSize()).toBe(size)
  })

  test.each([
    { a: [2, 3, 4], b: [2, 4, 5], batch: [2] },
    { a: [1, 3, 4], b: [6, 4, 5], batch: [6] },
    { a: [6, 3, 4], b: [1, 4, 5], batch: [6] },
    { a: [6, 3, 4], b: [4, 5], batch: [6] },
    { a: [3, 4], b: [6, 4, 5], batch: [6] },
    { a: [2, 1, 3, 4], b: [1, 3, 4, 5], batch: [2, 3] },
    { a: [2, 3, 3, 4], b: [2, 1, 4, 5], batch: [2, 3] },
    { a: [3, 3, 4], b: [2, 1, 4, 5], batch: [2, 3] },
  ])(
    'of $a and $b repeats the matrices of either side over the batch $batch',
    ({ a, b, batch }) => {
      const [left, right] = [toTensor(uniform(a, 1)), toTensor(uniform(b, 2))]
      const product = tf.matMul(left, right)
      const repeated = tf.matMul(
        left.broadcastTo([...batch, 3, 4]),
        right.broadcastTo([...batch, 4, 5]),
      )
      expect(product.shape).toEqual([...batch, 3, 5])
      expectClose(floats(product), floats(repeated), 1e-6, 'product')
    },
  )

  test('of shapes that do not fit is an error', () => {
    expect(() => tf.matMul(tf.ones([2, 3]), tf.ones([4, 2]))).toThrow(/\[2,3\].*\[4,2\].*3 and 4/)
    expect(() => tf.matMul(tf.ones([2, 3, 4]), tf.ones([3, 4, 2]))).toThrow(/do not broadcast/)
    expect(() => tf.matMul(tf.ones([2, 3], 'int32'), tf.ones([3, 2], 'int32'))).toThrow(/float32/)
  })

  test('has the gradients of central differences, whichever side is transposed', async () => {
    const cases = fc.record({
      batch: fc.constantFrom(1, 5),
      rows: fc.integer({ min: 1, max: 6 }),
      // Both sides of the 48 terms that the stock kernel sums at a time.
      shared: fc.constantFrom(1, 2, 47, 48, 49, 97),
      columns: fc.integer({ min: 1, max: 6 }),
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
      seed: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(
        cases,
        async ({ batch, rows, shared, columns, transposeA, transposeB, seed }) => {
          const a = uniform(transposeA ? [batch, shared, rows] : [batch, rows, shared], seed)
          const b = uniform(
            transposeB ? [batch, columns, shared] : [batch, shared, columns],
            seed + 1,
          )
          const multiply = (x: tf.Tensor, y: tf.Tensor) => tf.matMul(x, y, transposeA, transposeB)
          await expectGradients(multiply, [a, b], { step: 0.5 })
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a fused product', () => {
  const activations = ['linear', 'relu', 'relu6', 'sigmoid', 'elu', 'leakyrelu', 'prelu'] as const

  test.each(activations)(
    'with %s is the product, the bias and the activation',
    async (activation) => {
      const cases = fc.record({
        batch: fc.constantFrom(1, 5),
        rows: fc.integer({ min: 1, max: 4 }),
        shared: fc.constantFrom(3, 48, 49, 100),
        columns: fc.integer({ min: 1, max: 5 }),
        transposeA: fc.boolean(),
        transposeB: fc.boolean(),
        bias: fc.constantFrom('none', 'vector', 'one', 'view'),
        seed: fc.nat(),
      })
      await fc.assert(
        fc.asyncProperty(cases, async (given) => {
          const run = () => tf.tidy(() => fusedAndPlain(given, activation))
          const before = footprint()
          const [fused, plain] = run()
          expectClose(fused, plain, 1e-5, 'fused')
          expect(footprint()).toEqual(before)
        }),
        { numRuns: 25 },
      )
    },
  )

  interface Given {
    readonly batch: number
    readonly rows: number
    readonly shared: number
    readonly columns: number
    readonly transposeA: boolean
    readonly transposeB: boolean
    readonly bias: string
    readonly seed: number
  }

  function fusedAndPlain(
    { batch, rows, shared, columns, transposeA, transposeB, bias: kind, seed }: Given,
    activation: (typeof activations)[number],
  ): [Float32Array, Float32Array] {
    const a = toTensor(uniform(transposeA ? [batch, shared, rows] : [batch, rows, shared], seed))
    const b = toTensor(
      uniform(transposeB ? [batch, columns, shared] : [batch, shared, columns], seed + 1),
    )
    const slopes = toTensor(uniform([columns], seed + 2))
    const bias = biasOf(kind, columns, seed + 3)
    const sum = tf.matMul(a, b, transposeA, transposeB).add(bias ?? 0)
    const plain = {
      linear: () => sum,
      relu: () => tf.relu(sum),
      relu6: () => tf.relu6(sum),
      sigmoid: () => tf.sigmoid(sum),
      elu: () => tf.elu(sum),
      leakyrelu: () => tf.leakyRelu(sum, 0.3),
      prelu: () => tf.prelu(sum, slopes),
    }[activation]()
    const fused = tf.fused.matMul({
      a,
      b,
      transposeA,
      transposeB,
      activation,
      leakyreluAlpha: 0.3,
      ...(activation === 'prelu' ? { preluActivationWeights: slopes } : {}),
      ...(bias === undefined ? {} : { bias }),
    })
    return [floats(fused), floats(plain)]
  }

  /** `view` is a vector whose data was made as a matrix, which the stock kernel refuses. */
  function biasOf(kind: string, columns: number, seed: number): tf.Tensor | undefined {
    if (kind === 'none') return undefined
    if (kind === 'one') return toTensor(uniform([1], seed))
    if (kind === 'view') return toTensor(uniform([1, columns], seed)).as1D()
    return toTensor(uniform([columns], seed))
  }

  test('of one image, of many and of reshaped weights agrees row by row', () => {
    const weights = toTensor(uniform([12, 5], 1))
    const images = toTensor(uniform([7, 12], 2))
    const all = floats(tf.fused.matMul({ a: images, b: weights, activation: 'relu' }))
    const turned = tf.matMul(images, weights.reshape([5, 12]), false, true)
    expect(turned.shape).toEqual([7, 5])
    const each = Array.from({ length: 7 }, (_, row) =>
      floats(tf.fused.matMul({ a: images.slice([row], [1]), b: weights, activation: 'relu' })),
    )
    expect(largestDifference(Float32Array.from(each.flatMap((row) => [...row])), all)).toBe(0)
  })
})

function heapSize(): number {
  const { wasm } = Object(tf.backend())
  return wasm.HEAPU8.length
}
