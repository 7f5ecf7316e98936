import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { augment } from '#solutions/cats-vs-dogs/augment.ts'
import { loadImages } from '#solutions/cats-vs-dogs/decodeImage.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { train } from '#solutions/cats-vs-dogs/train.ts'

const BATCHES = 200

test(`no tensor is left over from ${BATCHES} augmented batches`, () => {
  const batch = pictures(4)
  const before = tf.memory().numTensors
  for (let seed = 1; seed <= BATCHES; seed++) {
    const { images } = augment(batch, { flip: true, shift: 0.1, rotation: 10, zoom: 0.1, seed })
    images.dispose()
  }
  expect(tf.memory().numTensors).toBe(before)
})

test(`a training of ${BATCHES} batches leaves as many tensors as one of two`, async () => {
  const [training, validation] = [pictures(8), pictures(2)]
  const left = async (epochs: number) => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [6, 6, 1] }),
        tf.layers.batchNormalization(),
        tf.layers.flatten(),
        tf.layers.dropout({ rate: 0.3 }),
        tf.layers.dense({ units: 1, activation: 'sigmoid' }),
      ],
    })
    const before = tf.memory().numTensors
    const options = { batchSize: 4, learningRate: 0.01, patience: epochs, seed: 1 }
    const augmentation = { flip: true, shift: 0.1 }
    await train(model, training, validation, { ...options, epochs, augmentation })
    return tf.memory().numTensors - before
  }
  expect(await left(BATCHES / 2)).toBe(await left(1))
}, 60_000)

test(`${BATCHES} pictures are loaded into one tensor`, async () => {
  const create = { width: 9, height: 7, channels: 3, background: '#808080' } as const
  const bytes = await sharp({ create }).jpeg().toBuffer()
  const files = Array.from({ length: BATCHES }, (_, i) => {
    const whole = { name: `${i}.jpg`, bytes, label: i % 2 }
    return i % 10 === 0 ? { ...whole, bytes: bytes.subarray(0, 40) } : whole
  })
  const before = tf.memory().numTensors
  const { images, labels, skipped } = await loadImages(files, 8)
  expect([images.shape[0], labels.length, skipped.length]).toEqual([180, 180, 20])
  expect(tf.memory().numTensors).toBe(before + 1)
})

function pictures(count: number): Labelled {
  const labels = Array.from({ length: count }, (_, i) => i % 2)
  return { images: tf.randomUniform([count, 6, 6, 1]), labels }
}
