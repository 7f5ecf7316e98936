import * as tf from '@tensorflow/tfjs'
import { bind, diagnose } from '#kit'
import type * as lab from '#starter/custom-losses/weightedCategoricalCrossentropy.ts'

const { submission } = bind<typeof lab>()

/** One batch: a weight per class, and a row per example. */
export interface Batch {
  readonly weights: readonly number[]
  readonly yTrue: readonly (readonly number[])[]
  readonly yPred: readonly (readonly number[])[]
}

/** The submission's loss for a batch; a known mistake is named on the way. */
export async function costOf(batch: Batch): Promise<tf.Scalar> {
  const loss = await submission.weightedCategoricalCrossentropy([...batch.weights])
  try {
    const cost = await loss(matrix(batch.yTrue), matrix(batch.yPred))
    await diagnoseCost(batch, cost)
    return cost
  } catch (error) {
    diagnose('weighted-crossentropy-weights-by-row', await weighsRows())
    throw error
  }
}

/** The definition, in plain numbers. */
export function expectedCost(batch: Batch): number {
  return mean(rowsOf(batch).map(({ weight, surprise }) => weight * surprise))
}

export function matrix(rows: readonly (readonly number[])[]): tf.Tensor2D {
  return tf.tensor2d(rows.map((row) => [...row]))
}

/** Compares with what is known to go wrong; `cost` is whatever the submission gave. */
async function diagnoseCost(batch: Batch, cost: unknown): Promise<void> {
  if (!(cost instanceof tf.Tensor)) return
  const [value = Number.NaN] = await cost.data()
  const rows = rowsOf(batch)
  const right = expectedCost(batch)
  const { weights, yPred } = batch
  const [m, c] = [rows.length, weights.length]
  diagnose('weighted-crossentropy-one-loss-per-example', cost.shape.join() === `${m}`)
  if (cost.size !== 1) return
  const certain = yPred.some((row) => row.includes(0))
  diagnose('weighted-crossentropy-without-clipping', certain && !Number.isFinite(value))
  const is = (wrong: number) => !close(wrong, right) && close(value, wrong)
  const costs = rows.map(({ weight, surprise }) => weight * surprise)
  const unweighted = mean(rows.map(({ surprise }) => surprise))
  const guessed = mean(rows.map(({ guess, surprise }) => (weights[guess] ?? 0) * surprise))
  const share = total(costs) / total(rows.map(({ weight }) => weight))
  diagnose('weighted-crossentropy-sum-for-mean', is(total(costs)))
  diagnose('weighted-crossentropy-mean-over-all', is(total(costs) / (m * c)))
  // Where every example costs the same, the two mistakes cannot be told apart.
  const alike = close(unweighted, share)
  diagnose('weighted-crossentropy-weights-ignored', is(unweighted) && !alike)
  diagnose('weighted-crossentropy-weights-of-prediction', is(guessed))
  diagnose('weighted-crossentropy-divided-by-weights', is(share) && !alike)
  diagnose('weighted-crossentropy-forgets-minus', is(-right))
}

/**
 * Whether weights belong to rows in a submission that fails: with as many examples as classes, which
 * nothing forbids, it then answers, and wrongly.
 */
async function weighsRows(): Promise<boolean> {
  const weights = [1, 2, 4]
  const yTrue = [
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]
  const yPred = [
    [0.5, 0.2, 0.3],
    [0.1, 0.3, 0.6],
    [0.1, 0.5, 0.4],
  ]
  const byRow = mean(
    rowsOf({ weights, yTrue, yPred }).map(({ surprise }, i) => (weights[i] ?? 0) * surprise),
  )
  try {
    const loss = await submission.weightedCategoricalCrossentropy(weights)
    const cost: unknown = await loss(matrix(yTrue), matrix(yPred))
    if (!(cost instanceof tf.Tensor)) return false
    const [value = Number.NaN] = await cost.data()
    return close(value, byRow)
  } catch {
    return false
  }
}

interface Row {
  /** Weight of the true class. */
  readonly weight: number
  /** -log of the probability of the true class, clipped. */
  readonly surprise: number
  /** The class that is predicted. */
  readonly guess: number
}

const EPSILON = 1e-7

function rowsOf({ weights, yTrue, yPred }: Batch): Row[] {
  return yTrue.map((row, i) => {
    const actual = row.indexOf(1)
    const predicted = yPred[i] ?? []
    const p = Math.min(Math.max(predicted[actual] ?? Number.NaN, EPSILON), 1 - EPSILON)
    return {
      weight: weights[actual] ?? Number.NaN,
      surprise: -Math.log(p),
      guess: predicted.indexOf(Math.max(...predicted)),
    }
  })
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function mean(values: readonly number[]): number {
  return total(values) / values.length
}

function close(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-4 * Math.abs(y)
}
