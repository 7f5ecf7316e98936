import type * as tf from '@tensorflow/tfjs'
import { diagnose, type load } from '#kit'
import { inspect } from './networks.ts'

export interface Factors {
  readonly l1: number
  readonly l2: number
}

/** sum(|w|) and sum(w^2) of some weights. */
interface Sums {
  readonly sizes: number
  readonly squares: number
}

export interface Penalty {
  /** What the model adds to its loss. */
  readonly penalty: number
  readonly hiddenKernels: readonly Sums[]
  readonly outputKernel: Sums
  readonly hiddenBiases: Sums
  readonly outputBias: Sums
}

/**
 * Gives a submission's model weights of ours and asks what it would add to its loss.
 * @param fill makes a weight of the given shape.
 */
export async function penaltyOf(
  model: Parameters<typeof load>[0],
  fill: (shape: number[]) => tf.Tensor,
): Promise<Penalty> {
  const { weights: variables } = await inspect(model)
  const weights = variables.map(({ shape }) => fill(shape.map((size) => size ?? 0)))
  await model.call('setWeights', weights)
  const penalties = await model.call('calculateLosses')
  const values = await Promise.all(penalties.map((penalty) => penalty.data()))
  const sums = await Promise.all(
    weights.map(async (weight) => ({ rank: weight.rank, ...sumsOf(await weight.data()) })),
  )
  const kernels = sums.filter(({ rank }) => rank === 2)
  const biases = sums.filter(({ rank }) => rank === 1)
  return {
    penalty: values.reduce((sum, [value = Number.NaN]) => sum + value, 0),
    hiddenKernels: kernels.slice(0, -1),
    outputKernel: kernels.at(-1) ?? NOTHING,
    hiddenBiases: biases.slice(0, -1).reduce(plus, NOTHING),
    outputBias: biases.at(-1) ?? NOTHING,
  }
}

/** l1 * sum(|w|) + l2 * sum(w^2) over the hidden kernels. */
export function expectedPenalty({ hiddenKernels }: Penalty, factors: Factors): number {
  return cost(hiddenKernels.reduce(plus, NOTHING), factors)
}

/** Names the mistake whose penalty the model has. */
export function diagnosePenalty(measured: Penalty, { l1, l2 }: Factors): void {
  const { penalty, hiddenKernels, outputKernel, hiddenBiases, outputBias } = measured
  const hidden = hiddenKernels.reduce(plus, NOTHING)
  const right = cost(hidden, { l1, l2 })
  const is = (wrong: number) => !close(wrong, right) && close(penalty, wrong)
  const withBiases = plus(hidden, hiddenBiases)
  const withOutput = plus(hidden, outputKernel)
  const everywhere = [withBiases, outputKernel, outputBias].reduce(plus, NOTHING)
  const isOf = (sums: Sums) => is(cost(sums, { l1, l2 }))
  const [first = NOTHING] = hiddenKernels
  diagnose('regularized-models-output-layer-too', isOf(withOutput) || isOf(everywhere))
  diagnose('regularized-models-biases-too', isOf(withBiases))
  diagnose('regularized-models-first-layer-only', isOf(first))
  diagnose(
    'regularized-models-default-factors',
    is(cost(hidden, { l1: LIBRARY_DEFAULT, l2: LIBRARY_DEFAULT })) ||
      is(cost(hidden, { l1, l2: LIBRARY_DEFAULT })) ||
      is(cost(hidden, { l1: LIBRARY_DEFAULT, l2 })) ||
      is(cost(hidden, { l1: 0, l2: LIBRARY_DEFAULT })),
  )
}

/** What tf.regularizers take for a factor that is not given. */
const LIBRARY_DEFAULT = 0.01

const NOTHING: Sums = { sizes: 0, squares: 0 }

function plus(a: Sums, b: Sums): Sums {
  return { sizes: a.sizes + b.sizes, squares: a.squares + b.squares }
}

function cost({ sizes, squares }: Sums, { l1, l2 }: Factors): number {
  return l1 * sizes + l2 * squares
}

function sumsOf(values: Iterable<number>): Sums {
  let [sizes, squares] = [0, 0]
  for (const w of values) {
    sizes += Math.abs(w)
    squares += w * w
  }
  return { sizes, squares }
}

function close(x: number, y: number): boolean {
  return Math.abs(x - y) <= 1e-4 * Math.abs(y)
}
