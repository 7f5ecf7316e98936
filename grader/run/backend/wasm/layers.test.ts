import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, test } from 'vitest'
import { type Numbers, startWasm, uniform } from './testing/gradients.ts'
import { expectModelGradients } from './testing/models.ts'

beforeAll(startWasm)

const { layers, regularizers } = tf
const picture: [number, number, number] = [8, 7, 3]
const pictures = uniform([5, ...picture], 1)
const rows = uniform([5, 6], 1)

const squares = (output: tf.Tensor) => output.sub(0.3).square().div(output.size)

function sequence(inputShape: number[], ...stack: tf.layers.Layer[]): tf.LayersModel {
  const model = tf.sequential({ layers: [layers.inputLayer({ inputShape }), ...stack] })
  return model
}

describe('the weights of each layer receive the gradients of differences and of cpu:', () => {
  test.each(['linear', 'relu', 'sigmoid', 'tanh', 'elu', 'softmax', 'softplus'] as const)(
    'dense with %s',
    async (activation) => {
      const build = () => sequence([6], layers.dense({ units: 4, activation }))
      await expectModelGradients({ build, inputs: [rows], loss: squares })
    },
  )

  test('dense on sequences', async () => {
    const build = () => sequence([4, 6], layers.dense({ units: 3 }))
    await expectModelGradients({ build, inputs: [uniform([5, 4, 6], 1)], loss: squares })
  })

  test('dense with l1 and l2 penalties', async () => {
    const regularizer = () => regularizers.l1l2({ l1: 0.01, l2: 0.02 })
    const build = () => sequence([6], layers.dense({ units: 4, kernelRegularizer: regularizer() }))
    await expectModelGradients({ build, inputs: [rows], loss: squares }, { step: 1e-3 })
  })

  test.each([
    { strides: 1, padding: 'same' },
    { strides: 2, padding: 'same' },
    { strides: 2, padding: 'valid' },
  ] as const)('conv2d, stride $strides, $padding', async ({ strides, padding }) => {
    const build = () =>
      sequence(picture, layers.conv2d({ filters: 4, kernelSize: 3, strides, padding }))
    await expectModelGradients({ build, inputs: [pictures], loss: squares })
  })

  test('conv2dTranspose', async () => {
    const conv = { filters: 2, kernelSize: 3, strides: 2, padding: 'same' } as const
    const build = () => sequence(picture, layers.conv2dTranspose(conv))
    await expectModelGradients({ build, inputs: [pictures], loss: squares })
  })

  test('depthwiseConv2d', async () => {
    const build = () =>
      sequence(picture, layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 }))
    await expectModelGradients({ build, inputs: [pictures], loss: squares })
  })

  test('separableConv2d', async () => {
    const build = () => sequence(picture, layers.separableConv2d({ filters: 4, kernelSize: 3 }))
    await expectModelGradients({ build, inputs: [pictures], loss: squares })
  })

  test('conv1d', async () => {
    const build = () => sequence([9, 3], layers.conv1d({ filters: 4, kernelSize: 3 }))
    await expectModelGradients({ build, inputs: [uniform([5, 9, 3], 1)], loss: squares })
  })

  test('batchNormalization', async () => {
    const build = () =>
      sequence(picture, layers.conv2d({ filters: 4, kernelSize: 3 }), layers.batchNormalization())
    await expectModelGradients({ build, inputs: [pictures], loss: squares })
  })

  test('embedding', async () => {
    const words: Numbers = { shape: [2, 3], values: Float32Array.of(0, 4, 4, 2, 1, 4) }
    const build = () => sequence([3], layers.embedding({ inputDim: 5, outputDim: 4 }))
    await expectModelGradients({ build, inputs: [words], loss: squares })
  })

  test('prelu', async () => {
    const build = () =>
      sequence(
        picture,
        layers.prelu({ sharedAxes: [2, 3] }),
        layers.conv2d({ filters: 2, kernelSize: 3 }),
      )
    await expectModelGradients({ build, inputs: [pictures], loss: squares })
  })
})

describe('gradients pass through each layer without weights:', () => {
  const stacks: Record<string, () => tf.layers.Layer[]> = {
    maxPooling2d: () => [layers.maxPooling2d({ poolSize: 2 })],
    'maxPooling2d, padded': () => [
      layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
    ],
    averagePooling2d: () => [layers.averagePooling2d({ poolSize: 2 })],
    globalAveragePooling2d: () => [layers.globalAveragePooling2d({})],
    globalMaxPooling2d: () => [layers.globalMaxPooling2d({})],
    'flatten and dense': () => [layers.flatten(), layers.dense({ units: 2 })],
    dropout: () => [layers.dropout({ rate: 0.4, seed: 3 })],
    activation: () => [layers.activation({ activation: 'tanh' })],
    reshape: () => [layers.reshape({ targetShape: [-1, 4] })],
    upSampling2d: () => [layers.upSampling2d({ size: [2, 2], interpolation: 'bilinear' })],
    zeroPadding2d: () => [layers.zeroPadding2d({ padding: 1 })],
  }
  test.each(Object.entries(stacks))('%s', async (_, stack) => {
    // An even picture of one size in both directions: cpu's resizing gradient knows no other.
    const build = () =>
      sequence([8, 8, 3], layers.conv2d({ filters: 4, kernelSize: 3 }), ...stack())
    // A small step, for a larger one moves maxima from one element to another.
    await expectModelGradients(
      { build, inputs: [uniform([5, 8, 8, 3], 1)], loss: squares },
      { step: 2e-3 },
    )
  })
})

describe('a model with each loss of the labs has the gradients of differences and of cpu:', () => {
  const classes = () => tf.oneHot(tf.tensor1d([0, 3, 1, 2, 3], 'int32'), 4).toFloat()

  test('categorical cross-entropy', async () => {
    const build = () =>
      sequence(
        [6],
        layers.dense({ units: 5, activation: 'sigmoid' }),
        layers.dense({ units: 4, activation: 'softmax' }),
      )
    const loss = (output: tf.Tensor) => tf.metrics.categoricalCrossentropy(classes(), output)
    await expectModelGradients({ build, inputs: [rows], loss })
  })

  test('binary cross-entropy', async () => {
    const build = () => sequence([6], layers.dense({ units: 1, activation: 'sigmoid' }))
    const answers = () => tf.tensor2d([1, 0, 0, 1, 1], [5, 1])
    const loss = (output: tf.Tensor) => tf.metrics.binaryCrossentropy(answers(), output)
    await expectModelGradients({ build, inputs: [rows], loss })
  })

  test('two towers whose codes are joined', async () => {
    const build = () => {
      const inputs = [tf.input({ shape: [6] }), tf.input({ shape: [6] })]
      const codes = inputs.map((one) =>
        symbolic(layers.dense({ units: 4, activation: 'sigmoid' }).apply(one)),
      )
      const joined = layers.concatenate().apply(codes)
      const output = symbolic(layers.dense({ units: 1, activation: 'sigmoid' }).apply(joined))
      return tf.model({ inputs, outputs: output })
    }
    const loss = (output: tf.Tensor) => output.sub(0.9).square()
    await expectModelGradients({ build, inputs: [rows, uniform([5, 6], 2)], loss })
  })

  test('two towers that share weights and are compared by their absolute difference', async () => {
    const build = () => {
      const tower = layers.dense({ units: 4, activation: 'sigmoid' })
      const inputs = [tf.input({ shape: [6] }), tf.input({ shape: [6] })]
      const codes = inputs.map((one) => symbolic(tower.apply(one)))
      const apart = new AbsoluteDifference().apply(codes)
      const output = symbolic(layers.dense({ units: 1, activation: 'sigmoid' }).apply(apart))
      return tf.model({ inputs, outputs: output })
    }
    const loss = (output: tf.Tensor) => output.sub(0.9).square()
    await expectModelGradients({ build, inputs: [rows, uniform([5, 6], 2)], loss })
  })
})

class AbsoluteDifference extends layers.Layer {
  static className = 'AbsoluteDifference'

  override computeOutputShape([shape]: tf.Shape[]): tf.Shape {
    return shape ?? []
  }

  override call(inputs: tf.Tensor[]): tf.Tensor {
    const [a, b] = inputs
    if (a === undefined || b === undefined) throw new RangeError('two inputs')
    return a.sub(b).abs()
  }
}

function symbolic(value: unknown): tf.SymbolicTensor {
  if (value instanceof tf.SymbolicTensor) return value
  throw new TypeError('a layer was not applied to symbolic tensors')
}
