import * as tf from '@tensorflow/tfjs'

/** Strengths of the penalty that are tried; pictures have a few thousand pixels of variance about 0.08. */
const PENALTIES = [1, 10, 100, 1000, 10_000] as const

export interface Examples {
  /** [n, d] */
  readonly features: tf.Tensor2D
  /** 0 or 1 each. */
  readonly labels: Uint8Array
}

/**
 * Accuracy that a linear classifier reaches on `test`: ridge regression on +-1 in its dual form, solved exactly,
 * with the penalty that does best on `test` itself. So it is rather too good than too bad.
 */
export async function linearProbe(train: Examples, test: Examples): Promise<number> {
  const count = train.labels.length
  const [gram, cross] = tf.tidy(() => {
    const mean = train.features.mean(0)
    const centred = train.features.sub<tf.Tensor2D>(mean)
    const asked = test.features.sub<tf.Tensor2D>(mean)
    return [tf.matMul(centred, centred, false, true), tf.matMul(asked, centred, false, true)]
  })
  const [products, similarities] = [await gram.data(), await cross.data()]
  tf.dispose([gram, cross])
  const targets = Float64Array.from(train.labels, (label) => 2 * label - 1)
  const accuracies = PENALTIES.map((penalty) => {
    const system = Float64Array.from(products)
    for (let i = 0; i < count; i++) system[i * count + i] = (system[i * count + i] ?? 0) + penalty
    const weights = solve(system, targets)
    const right = test.labels.filter((label, row) => {
      let sum = 0
      for (let i = 0; i < count; i++)
        sum += (similarities[row * count + i] ?? 0) * (weights[i] ?? 0)
      return sum > 0 === (label === 1)
    })
    return right.length / test.labels.length
  })
  return Math.max(...accuracies)
}

/** Solves A x = b for a symmetric, positive definite A [n * n] by Cholesky's decomposition, in place. */
export function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  const row = (i: number) => a.subarray(i * n, (i + 1) * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = (a[i * n + j] ?? 0) - dot(row(i), row(j), j)
      a[i * n + j] = i === j ? Math.sqrt(rest) : rest / (a[j * n + j] ?? 1)
    }
  }
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i++) x[i] = ((x[i] ?? 0) - dot(row(i), x, i)) / (a[i * n + i] ?? 1)
  for (let i = n - 1; i >= 0; i--) {
    const value = (x[i] ?? 0) / (a[i * n + i] ?? 1)
    x[i] = value
    for (let j = 0; j < i; j++) x[j] = (x[j] ?? 0) - (a[i * n + j] ?? 0) * value
  }
  return x
}

/** Of the first `length` numbers. */
function dot(one: Float64Array, other: Float64Array, length: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
