import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, test } from 'vitest'
import {
  type Agreement,
  type Differentiable,
  distinct,
  expectGradients,
  type Numbers,
  startWasm,
  uniform,
} from './testing/gradients.ts'

beforeAll(startWasm)

interface Case extends Agreement {
  readonly f: Differentiable
  readonly inputs: readonly Numbers[]
}

const square = uniform([5, 7], 1)
const image = uniform([2, 4, 4, 3], 1)

/** Positive numbers, for logarithms and roots. */
const positive: Numbers = { shape: [5, 7], values: square.values.map((value) => value + 1) }

const labels = () => tf.oneHot(tf.tensor1d([0, 6, 2, 3, 4], 'int32'), 7).toFloat()

const cases: Record<string, Record<string, Case>> = {
  'elementwise arithmetic': {
    'add, subtract and multiply with broadcasting': {
      f: (a, b) => a.mul(b).add(b).sub(a),
      inputs: [square, uniform([7], 2)],
    },
    divide: { f: (a, b) => a.div(b), inputs: [square, positive] },
    'squared difference': {
      f: (a, b) => tf.squaredDifference(a, b),
      inputs: [square, uniform([5, 7], 2)],
    },
    square: { f: (x) => x.square(), inputs: [square] },
    power: { f: (x) => x.pow(1.7), inputs: [positive] },
    'square root': { f: (x) => x.sqrt(), inputs: [positive] },
    exponential: { f: (x) => x.exp(), inputs: [square] },
    logarithm: { f: (x) => x.log(), inputs: [positive] },
    'absolute value': { f: (x) => x.abs(), inputs: [distinct([5, 7], 1)] },
    maximum: {
      f: (a, b) => tf.maximum(a, b),
      inputs: [distinct([5, 7], 1), { shape: [5, 7], values: new Float32Array(35) }],
    },
    minimum: {
      f: (a, b) => tf.minimum(a, b),
      inputs: [distinct([5, 7], 1), { shape: [5, 7], values: new Float32Array(35) }],
    },
    // Elements lie at odd multiples of 0.025: none within a step of the bounds.
    clip: { f: (x) => x.clipByValue(-0.5, 0.5), inputs: [distinct([5, 7], 1)] },
  },
  activations: {
    relu: { f: (x) => x.relu(), inputs: [distinct([5, 7], 1)] },
    relu6: { f: (x) => x.relu6(), inputs: [distinct([5, 7], 1, 0.5)] },
    'leaky relu': { f: (x) => x.leakyRelu(0.1), inputs: [distinct([5, 7], 1)] },
    prelu: { f: (x, a) => x.prelu(a), inputs: [distinct([5, 7], 1), uniform([7], 2)] },
    elu: { f: (x) => x.elu(), inputs: [distinct([5, 7], 1)] },
    selu: { f: (x) => x.selu(), inputs: [distinct([5, 7], 1)] },
    softplus: { f: (x) => x.softplus(), inputs: [square] },
    sigmoid: { f: (x) => x.sigmoid(), inputs: [square] },
    tanh: { f: (x) => x.tanh(), inputs: [square] },
    softmax: { f: (x) => x.softmax(), inputs: [square] },
    'logarithm of softmax': { f: (x) => x.logSoftmax(), inputs: [square] },
  },
  reductions: {
    sum: { f: (x) => x.sum(1), inputs: [square] },
    mean: { f: (x) => x.mean(0), inputs: [square] },
    max: { f: (x) => x.max(1), inputs: [distinct([5, 7], 1)] },
    min: { f: (x) => x.min(1), inputs: [distinct([5, 7], 1)] },
    'log of the sum of exponentials': { f: (x) => x.logSumExp(1), inputs: [square] },
    'euclidean norm': { f: (x) => x.norm('euclidean', 1), inputs: [positive] },
    'cumulative sum': { f: (x) => x.cumsum(1), inputs: [square] },
    'batch normalisation': {
      f: (x, scale, offset) => {
        const { mean, variance } = tf.moments(x, [0, 1, 2])
        return tf.batchNorm(x, mean, variance, offset, scale, 1e-3)
      },
      inputs: [uniform([4, 5, 5, 3], 1), uniform([3], 2), uniform([3], 3)],
    },
  },
  'shapes and selections': {
    reshape: { f: (x) => x.reshape([7, 5]).square(), inputs: [square] },
    transpose: { f: (x) => x.transpose([2, 0, 1]).square(), inputs: [uniform([2, 3, 4], 1)] },
    concatenate: {
      f: (a, b) => tf.concat([a, b], 1).square(),
      inputs: [square, uniform([5, 3], 2)],
    },
    stack: { f: (a, b) => tf.stack([a, b], 1).square(), inputs: [square, uniform([5, 7], 2)] },
    slice: { f: (x) => x.slice([1, 2], [3, 4]), inputs: [square] },
    split: { f: (x) => tf.addN(x.slice([0, 0], [5, 6]).split(2, 1)), inputs: [square] },
    pad: {
      f: (x) =>
        x.pad([
          [1, 2],
          [0, 1],
        ]),
      inputs: [square],
    },
    tile: { f: (x) => x.tile([2, 3]), inputs: [square] },
    reverse: { f: (x) => x.reverse(1).mul(x), inputs: [square] },
    gather: { f: (x) => x.gather(tf.tensor1d([0, 2, 2, 4], 'int32')), inputs: [square] },
    select: {
      f: (a, b) => tf.where(tf.tensor2d([1, 0, 1], [1, 3], 'bool').tile([2, 1]), a, b),
      inputs: [uniform([2, 3], 1), uniform([2, 3], 2)],
    },
    dropout: { f: (x) => tf.dropout(x, 0.3, undefined, 5), inputs: [square] },
  },
  images: {
    'bilinear resizing': {
      f: (x) => tf.image.resizeBilinear(x.as4D(2, 4, 4, 3), [9, 9]),
      inputs: [image],
    },
    'bilinear resizing to another aspect': {
      f: (x) => tf.image.resizeBilinear(x.as4D(2, 4, 4, 3), [7, 3], true),
      inputs: [image],
    },
    'bilinear resizing of a rectangle': {
      f: (x) => tf.image.resizeBilinear(x.as4D(2, 4, 5, 3), [3, 9]),
      inputs: [uniform([2, 4, 5, 3], 1)],
      // The cpu kernel throws when height and width differ.
      fromCpu: null,
    },
    'nearest-neighbour resizing': {
      f: (x) => tf.image.resizeNearestNeighbor(x.as4D(2, 4, 4, 3), [8, 8]),
      inputs: [image],
      // The cpu kernel is wrong for every image after the first.
      fromCpu: null,
    },
    mirroring: { f: (x) => tf.reverse(x, 2), inputs: [image] },
  },
  losses: {
    'mean squared error': {
      f: (x) => tf.losses.meanSquaredError(labels(), x),
      inputs: [square],
    },
    'absolute difference': {
      f: (x) => tf.losses.absoluteDifference(tf.zeros([5, 7]), x),
      inputs: [distinct([5, 7], 1)],
    },
    'softmax cross-entropy': {
      f: (x) => tf.losses.softmaxCrossEntropy(labels(), x),
      inputs: [square],
    },
    'sigmoid cross-entropy': {
      f: (x) => tf.losses.sigmoidCrossEntropy(labels(), x),
      inputs: [square],
    },
    'log loss': { f: (x) => tf.losses.logLoss(labels(), x.sigmoid()), inputs: [square] },
    huber: { f: (x) => tf.losses.huberLoss(labels(), x), inputs: [square] },
    'categorical cross-entropy with class weights': {
      f: (x) =>
        labels()
          .mul(tf.tensor1d([1, 2, 3, 4, 5, 6, 7]))
          .mul(
            x
              .softmax()
              .clipByValue(1e-7, 1 - 1e-7)
              .log(),
          )
          .sum(1)
          .mean()
          .neg(),
      inputs: [square],
    },
    'l1 and l2 penalties': {
      f: (w) => w.abs().sum().mul(0.01).add(w.square().sum().mul(0.02)),
      inputs: [distinct([5, 7], 1)],
    },
    'sparsity of mean activations': {
      f: (x) => {
        const active = x.sigmoid().mean(0)
        const [rho, rest] = [tf.scalar(0.1), tf.scalar(0.9)]
        const on = rho.mul(rho.div(active).log())
        return on.add(rest.mul(rest.div(tf.sub(1, active)).log())).sum()
      },
      inputs: [square],
    },
  },
}

for (const [family, members] of Object.entries(cases)) {
  describe(`the gradients of ${family} are those of differences and of the cpu backend:`, () => {
    for (const [name, { f, inputs, ...agreement }] of Object.entries(members)) {
      test(name, () => expectGradients(f, inputs, agreement))
    }
  })
}
