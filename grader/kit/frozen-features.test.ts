import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { featuresOf, headOf } from './frozen-features.ts'

const images = () => tf.randomNormal<tf.Rank.R4>([5, 4, 4, 1])

function backbone(): tf.Sequential {
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ filters: 3, kernelSize: 2, activation: 'relu', inputShape: [4, 4, 1] }),
      tf.layers.flatten({ name: 'features' }),
      tf.layers.dense({ units: 2, name: 'logits' }),
    ],
  })
}

function extractorOf(network: tf.LayersModel): tf.LayersModel {
  return tf.model({ inputs: network.inputs, outputs: network.getLayer('features').output })
}

/** The backbone with a head of two layers; `between` sees the features first. */
function tuned(network: tf.LayersModel, between?: tf.layers.Layer): tf.LayersModel {
  const layers = [
    ...(between === undefined ? [] : [between]),
    tf.layers.dense({ units: 3, activation: 'relu' }),
    tf.layers.dense({ units: 2, activation: 'softmax' }),
  ]
  const start = network.getLayer('features').output
  if (Array.isArray(start)) throw new Error('unreachable')
  const output = layers.reduce((value, layer) => {
    const next = layer.apply(value)
    if (!(next instanceof tf.SymbolicTensor)) throw new Error('unreachable')
    return next
  }, start)
  return tf.model({ inputs: network.inputs, outputs: output })
}

function difference(one: tf.Tensor | tf.Tensor[], other: tf.Tensor | tf.Tensor[]): number {
  if (Array.isArray(one) || Array.isArray(other)) throw new Error('unreachable')
  return one.sub(other).abs().max().dataSync()[0] ?? Number.NaN
}

describe('features of a frozen network', () => {
  test('are those of the network, and computed once', () => {
    const extractor = extractorOf(backbone())
    const some = images()
    const asked: number[] = []
    const counting = Object.create(extractor, {
      predict: {
        value: (batch: tf.Tensor) => {
          asked.push(batch.shape[0] ?? 0)
          return extractor.predict(batch)
        },
      },
    })
    expect(difference(featuresOf('a', counting, some), extractor.predict(some))).toBe(0)
    const more = tf.concat([some, images()])
    expect(difference(featuresOf('a', counting, more), extractor.predict(more))).toBe(0)
    expect(asked).toEqual([5, 5])
    featuresOf('b', counting, some)
    expect(asked).toEqual([5, 5, 5])
  })

  test('lead to the answers of a model that holds it untouched', () => {
    const network = backbone()
    const [model, some] = [tuned(network), images()]
    const head = headOf(model, 'features', extractorOf(network), some)
    if (head === null) throw new Error('no head')
    const features = featuresOf('c', extractorOf(network), some)
    expect(difference(head.predict(features), model.predict(some))).toBeLessThan(1e-6)
  })

  test('are not used where the model has other weights, or more than a head', () => {
    const [network, other, some] = [backbone(), backbone(), images()]
    expect(headOf(tuned(other), 'features', extractorOf(network), some)).toBeNull()
    expect(headOf(tuned(network), 'logits', extractorOf(network), some)).toBeNull()
    const features = network.getLayer('features').output
    if (Array.isArray(features)) throw new Error('unreachable')
    const sum = tf.layers.add().apply([features, features])
    if (!(sum instanceof tf.SymbolicTensor)) throw new Error('unreachable')
    const doubled = tf.model({ inputs: network.inputs, outputs: sum })
    expect(headOf(doubled, 'features', extractorOf(network), some)).toBeNull()
  })
})
