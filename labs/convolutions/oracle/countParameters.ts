import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import type { Oracle } from '#kit'
import { countParameters, type Layer } from '#solutions/convolutions/countParameters.ts'

interface Data {
  readonly inputShape: number[]
  readonly layers: Layer[]
}

const small = fc.integer({ min: 1, max: 4 })

const windowed: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({
    type: fc.constant('conv' as const),
    filters: small,
    size: small,
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('valid' as const, 'same' as const),
  }),
  fc.record({ type: fc.constant('conv' as const), filters: small, size: small }),
  fc.record({ type: fc.constant('pool' as const), size: fc.integer({ min: 1, max: 2 }) }),
)

const dense: fc.Arbitrary<Layer> = fc.record({ type: fc.constant('dense' as const), units: small })

const toVector = fc.constantFrom<Layer[]>({ type: 'flatten' }, { type: 'globalAveragePool' })

/** Three layers of stride 3 and size 4 shrink 60 pixels to 1, so everything fits. */
const side = fc.integer({ min: 60, max: 70 })

/** The same network built of layers of TensorFlow.js, which make their weights and are then asked. */
export const oracle: Oracle<Data> = {
  arbitrary: fc
    .record({
      inputShape: fc.tuple(side, side, small),
      windowed: fc.array(windowed, { maxLength: 3 }),
      toVector,
      dense: fc.array(dense, { maxLength: 2 }),
    })
    .map(({ inputShape, windowed, toVector, dense }) => ({
      inputShape,
      layers: [...windowed, toVector, ...dense],
    })),
  solution: ({ inputShape, layers }) => countParameters(inputShape, layers),
  expected: ({ inputShape, layers }) => {
    const model = tf.sequential()
    model.add(tf.layers.inputLayer({ inputShape }))
    const built = layers.map((layer) => build(layer))
    for (const layer of built) model.add(layer)
    const size = {
      shapes: built.map(({ outputShape }) => outputShape.slice(1)),
      parameters: built.map((layer) => layer.countParams()),
      total: model.countParams(),
    }
    model.dispose()
    return size
  },
}

function build(layer: Layer): tf.layers.Layer {
  switch (layer.type) {
    case 'conv': {
      const { filters, size, stride = 1, padding = 'valid' } = layer
      return tf.layers.conv2d({ filters, kernelSize: size, strides: stride, padding })
    }
    case 'pool':
      return tf.layers.maxPooling2d({ poolSize: layer.size })
    case 'globalAveragePool':
      return tf.layers.globalAveragePooling2d({})
    case 'flatten':
      return tf.layers.flatten()
    case 'dense':
      return tf.layers.dense({ units: layer.units })
  }
}
