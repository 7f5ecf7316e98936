import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildModel } from './load-model.ts'
import { countWeights } from './model-size.ts'
import { RefusedModel, readTopology } from './topology.ts'

/** As a submission would send it. */
const sent = (model: tf.LayersModel) => [String(model.toJSON()), model.getWeights()] as const

function siamese(): tf.LayersModel {
  const [a, b] = [tf.input({ shape: [6], name: 'a' }), tf.input({ shape: [6], name: 'b' })]
  const shared = tf.layers.dense({ units: 4, activation: 'relu' })
  const branches = [shared.apply(a), shared.apply(b)].filter((x) => x instanceof tf.SymbolicTensor)
  const joined = tf.layers.concatenate().apply(branches)
  if (!(joined instanceof tf.SymbolicTensor)) throw new Error('unreachable')
  const output = tf.layers.dense({ units: 1, activation: 'sigmoid' }).apply(joined)
  if (!(output instanceof tf.SymbolicTensor)) throw new Error('unreachable')
  return tf.model({ inputs: [a, b], outputs: output })
}

const convolutional = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        filters: 3,
        kernelSize: [2, 3],
        strides: 2,
        padding: 'same',
        inputShape: [9, 8, 2],
      }),
      tf.layers.batchNormalization(),
      tf.layers.reLU(),
      tf.layers.conv2d({ filters: 2, kernelSize: 2, dilationRate: 2, useBias: false }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 5, kernelRegularizer: tf.regularizers.l2() }),
      tf.layers.activation({ activation: 'softmax' }),
    ],
  })

/** A convolutional network as the first layer of a sequence. */
const extended = () =>
  tf.sequential({ layers: [convolutional(), tf.layers.dense({ units: 2, activation: 'relu' })] })

/** Both inputs go through one and the same sequence. */
function branched(kind: 'sequence' | 'graph'): tf.LayersModel {
  const branch = tf.sequential({
    layers: [tf.layers.dense({ units: 5, inputShape: [4] }), tf.layers.dense({ units: 2 })],
  })
  const shared =
    kind === 'sequence' ? branch : tf.model({ inputs: branch.inputs, outputs: branch.outputs })
  const [a, b] = [tf.input({ shape: [4] }), tf.input({ shape: [4] })]
  const ends = [shared.apply(a), shared.apply(b)].filter((x) => x instanceof tf.SymbolicTensor)
  const joined = tf.layers.concatenate().apply(ends)
  if (!(joined instanceof tf.SymbolicTensor)) throw new Error('unreachable')
  return tf.model({ inputs: [a, b], outputs: joined })
}

/** A pretrained network as its author freezes it: by layers, or all at once, which shows in no topology. */
function frozen(how: 'layers' | 'weights'): tf.LayersModel {
  const image = tf.input({ shape: [5, 5, 2] })
  const layers = [
    tf.layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2 }),
    tf.layers.batchNormalization(),
    tf.layers.globalAveragePooling2d({}),
  ]
  const symbol = (value: unknown) => {
    if (!(value instanceof tf.SymbolicTensor)) throw new Error('unreachable')
    return value
  }
  const features = layers.reduce((value, layer) => symbol(layer.apply(value)), image)
  const backbone = tf.model({ inputs: image, outputs: features })
  if (how === 'weights') backbone.trainable = false
  else for (const layer of layers) layer.trainable = false
  const output = symbol(tf.layers.dense({ units: 4 }).apply(features))
  const model = tf.model({ inputs: image, outputs: output })
  for (const layer of model.layers) {
    layer.setWeights(layer.getWeights().map(({ shape }) => tf.randomUniform(shape)))
  }
  return model
}

const pairOfRows = () => [tf.randomNormal([3, 4]), tf.randomNormal([3, 4])]

describe('a model of a submission', () => {
  test.each(['layers', 'weights'] as const)(
    'with frozen %s keeps its weights apart',
    async (how) => {
      const theirs = frozen(how)
      const weights = theirs.layers.flatMap((layer) => layer.getWeights())
      const building = { byLayer: true, operations: 1e6 }
      const ours = await buildModel(String(theirs.toJSON()), weights, building)
      const images = tf.randomNormal([3, 5, 5, 2])
      const [got, want] = [ours, theirs].map((model) => model.predict(images))
      if (!(got instanceof tf.Tensor && want instanceof tf.Tensor)) throw new Error('unreachable')
      expect(got.sub(want).abs().max().dataSync()[0]).toBeLessThan(1e-6)
    },
  )

  test.each([
    ['with a model as a layer', extended, () => [tf.randomNormal([3, 9, 8, 2])]],
    ['with a sequence used twice', () => branched('sequence'), pairOfRows],
    ['with a graph used twice', () => branched('graph'), pairOfRows],
    ['with shared layers', siamese, () => [tf.randomNormal([3, 6]), tf.randomNormal([3, 6])]],
    ['with convolutions', convolutional, () => [tf.randomNormal([3, 9, 8, 2])]],
  ])('%s predicts here what it predicts there', async (_, make, inputs) => {
    const theirs = make()
    const ours = await buildModel(...sent(theirs))
    const given = inputs()
    const ask = (model: tf.LayersModel) => {
      const answer = model.predict(given)
      return answer instanceof tf.Tensor ? answer.arraySync() : null
    }
    expect(ask(ours)).toEqual(ask(theirs))
    expect(ours.countParams()).toBe(theirs.countParams())
  })

  const dense = (config: object) =>
    JSON.stringify({
      class_name: 'Sequential',
      config: {
        name: 's',
        layers: [
          {
            class_name: 'Dense',
            config: { name: 'd', batch_input_shape: [null, 4], units: 2, ...config },
          },
        ],
      },
    })
  const layers = (count: number) => {
    const more = Array.from({ length: count }, () => ({ class_name: 'Flatten', config: {} }))
    return JSON.stringify({ class_name: 'Sequential', config: { name: 's', layers: more } })
  }

  /** Uses of two layers by turns, the last first: each can be followed only after the one behind it. */
  const chain = (uses: number) => {
    const node = (layer: number, use: number) =>
      use === 0 && layer === 0 ? ['in', 0, 0] : [`l${1 - layer}`, layer === 0 ? use - 1 : use, 0]
    const layer = (index: number) => ({
      class_name: 'ReLU',
      name: `l${index}`,
      config: {},
      inbound_nodes: Array.from({ length: uses }, (_, use) => [node(index, use)]),
    })
    const more = Array.from({ length: 8 }, (_, index) => ({ ...layer(1), name: `m${index}` }))
    const input = { class_name: 'InputLayer', name: 'in', config: { batch_input_shape: [null, 2] } }
    return JSON.stringify({
      class_name: 'Model',
      config: { layers: [...more, layer(1), layer(0), input] },
    })
  }
  /** Few weights, used at 10,000 places in each of the layers. */
  const wide = (count: number) => {
    const config = { filters: 100, kernel_size: 1, batch_input_shape: [null, 100, 100, 1] }
    const convolutions = Array.from({ length: count }, () => ({ class_name: 'Conv2D', config }))
    return JSON.stringify({ class_name: 'Sequential', config: { layers: convolutions } })
  }
  const pooled = JSON.stringify({
    class_name: 'Sequential',
    config: {
      layers: [
        {
          class_name: 'MaxPooling2D',
          config: { pool_size: 400, strides: 1, batch_input_shape: [null, 800, 800, 1] },
        },
      ],
    },
  })

  /** Each output within its cap. */
  const copied = (times: number) => {
    const config = { batch_input_shape: [null, 1000, 1000] }
    const layers = Array.from({ length: times }, () => ({ class_name: 'ReLU', config }))
    return JSON.stringify({ class_name: 'Sequential', config: { layers } })
  }

  const inner: unknown = JSON.parse(dense({}))
  const misfit = JSON.stringify({ class_name: 'Sequential', config: { layers: [inner, inner] } })

  /** A model that uses the one before it ten times, one after the other. */
  const multiplied = (levels: number): object =>
    levels === 0
      ? JSON.parse(dense({ units: 1, batch_input_shape: [null, 1] }))
      : {
          class_name: 'Model',
          config: {
            layers: [
              { class_name: 'InputLayer', name: 'x', config: { batch_input_shape: [null, 1] } },
              {
                ...multiplied(levels - 1),
                name: 'inner',
                inbound_nodes: Array.from({ length: 10 }, (_, use) => [
                  use === 0 ? ['x', 0, 0, {}] : ['inner', use, 0, {}],
                ]),
              },
            ],
            input_layers: [['x', 0, 0]],
            output_layers: [['inner', 10, 0]],
          },
        }

  /** A layer that names a graph of the judge's, `uses` times. */
  const graphs = (uses: number) =>
    JSON.stringify({
      class_name: 'Sequential',
      config: {
        layers: Array.from({ length: uses }, () => ({
          class_name: 'FrozenGraph',
          config: { name: 'g', key: 'f00d', size: 8, batch_input_shape: [null, 4, 4, 1] },
        })),
      },
    })

  test('with a graph that the judge does not have is refused', async () => {
    await expect(buildModel(graphs(1), [])).rejects.toThrow(RefusedModel)
  })

  test.each([
    ['that runs a graph again and again', graphs(3), 'operations'],
    ['whose layers are used without end', chain(200), '2000 connections'],
    ['that multiplies models by models', JSON.stringify(multiplied(4)), 'more than 2000 times'],
    ['that gives a model inside it another shape', misfit, 'another shape'],
    ['that would take hours to predict with', wide(100), 'operations'],
    ['that pools without end', pooled, 'operations'],
    ['whose outputs fill the memory together', copied(21), '20000000 numbers for one example'],
    ['of a thousand million units', dense({ units: 1e9 }), 'units 1000000000'],
    ['of many wide layers', dense({ units: 20_000, batch_input_shape: [null, 20_000] }), 'weights'],
    ['of 20,000 layers', layers(20_000), '20000 layers'],
    ['nested without end', '['.repeat(100_000), 'nested'],
    ['with a layer of its own class', dense({}).replace('Dense', 'Lambda'), 'class Lambda'],
    ['that is no model', '{"class_name":"constructor"}', 'constructor'],
    ['that is no JSON', '{', 'not JSON'],
    ['with an unknown activation', dense({ activation: '__proto__' }), 'activation'],
    ['with half a unit', dense({ units: 0.5 }), 'units is 0.5'],
  ])('%s is refused before anything is built', async (_, text, why) => {
    const before = tf.memory().numTensors
    const start = performance.now()
    await expect(buildModel(text, [])).rejects.toThrow(why)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(tf.memory().numTensors).toBe(before)
  })

  test('an initialiser that would take minutes is never run', async () => {
    const initializer = { class_name: 'Orthogonal', config: { gain: 1 } }
    const text = dense({
      kernel_initializer: initializer,
      units: 3000,
      batch_input_shape: [null, 3000],
    })
    const weights = [tf.zeros([3000, 3000]), tf.zeros([3000])]
    const model = await buildModel(text, weights)
    expect(model.countParams()).toBe(9_003_000)
  })

  test('a model of ordinary size is far below every cap', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 32, kernelSize: 3, inputShape: [28, 28, 1] }),
        tf.layers.conv2d({ filters: 64, kernelSize: 3 }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 128 }),
        tf.layers.dense({ units: 10 }),
      ],
    })
    expect((await buildModel(...sent(model))).countParams()).toBe(model.countParams())
  })

  test('weights that do not fit are refused', async () => {
    const [text, weights] = sent(convolutional())
    await expect(buildModel(text, weights.slice(1))).rejects.toThrow('weights, but')
    await expect(buildModel(text, 'none')).rejects.toThrow('but 0 came')
    const turned = weights.map((weight, i) => (i === 0 ? weight.transpose() : weight))
    await expect(buildModel(text, turned)).rejects.toThrow(RefusedModel)
  })

  test('no text does anything but be refused', async () => {
    const [text, weights] = sent(siamese())
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.string({ maxLength: 6 }), async (at, other) => {
        const spoiled = text.slice(0, at) + other + text.slice(at + other.length)
        const result = await buildModel(spoiled, weights).catch((error: unknown) => error)
        expect(result instanceof tf.LayersModel || result instanceof RefusedModel).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

test('a model that is too large to predict with can be counted', () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 32, kernelSize: 3, inputShape: [150, 150, 3] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 128, kernelSize: 3 }),
    ],
  })
  const topology = readTopology(String(model.toJSON()))
  expect(() => countWeights(topology)).toThrow(/more than 50000000 operations/)
  expect(countWeights(topology, Number.POSITIVE_INFINITY)).toBe(896 + 36_992)
})
