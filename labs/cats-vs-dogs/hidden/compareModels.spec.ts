import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, load, random, straddling } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/compareModels.ts'
import type { Labelled } from '#starter/cats-vs-dogs/labelled.ts'
import {
  computing,
  convolved,
  crossEntropy,
  distance,
  flat,
  inspect,
  predict,
  reweigh,
  shareRight,
  sums,
} from './networks.ts'

const { submission } = bind<typeof lab>()

type Models = Record<'dense' | 'conv' | 'convPool', tf.LayersModel>

/** No network of random weights has so low a loss, and any that was trained has a lower one. */
const STILL = 0.5

/** Two activations differ by more, two ways to add up products by less. */
const CLOSE = 1e-3

describe('compareModels', () => {
  test('other-sizes', async () => {
    for (const { height, width, channels, filters, units } of straddling({
      height: [4, 9],
      width: [4, 8],
      channels: [1, 3],
      filters: [1, 5],
      units: [1, 6],
    })) {
      const shape = [height, width, channels] as const
      const got = counts(await candidates(shape, { filters, units }))
      await compareCounts(got, shape, { filters, units })
    }
  })

  test('wiring', async () => {
    for (const shape of [
      [5, 6, 1],
      [random.integer(6, 9), random.integer(6, 9), 3],
    ] as const) {
      const sizes = { filters: random.integer(2, 5), units: random.integer(2, 6) }
      const models = await candidates(shape, sizes)
      if (!(await compareCounts(counts(models), shape, sizes))) return
      const images = random.normal<tf.Rank.R4>([24, ...shape])
      for (const model of Object.values(models)) reweigh(model)
      const end = (model: tf.LayersModel, numbers: tf.Tensor2D) => {
        const [hidden, output] = computing(model).slice(-2)
        return sums(output, sums(hidden, numbers).relu()).sigmoid()
      }
      const seen = (model: tf.LayersModel) =>
        convolved(computing(model)[0], images).relu<tf.Tensor4D>()
      const { dense, conv, convPool } = models
      for (const [model, want] of [
        [dense, end(dense, flat(images))],
        [conv, end(conv, flat(seen(conv)))],
        [convPool, end(convPool, flat(tf.maxPool(seen(convPool), 2, 2, 'valid')))],
      ] as const) {
        const got = predict(model, images)
        diagnose('candidates-softmax-output', distance(got, got.onesLike()) < 1e-6)
        await expect(got).toMatchTensor(want)
      }
      const mean = end(convPool, flat(tf.avgPool(seen(convPool), 2, 2, 'valid')))
      diagnose('candidates-average-pooling', distance(predict(convPool, images), mean) < CLOSE)
    }
  })

  test('comparison', async () => {
    const sizes = { filters: 4, units: 16 }
    // Some labels to learn from are wrong: who tests on these pictures finds another accuracy.
    const training = stripes(96, 0.15)
    const unseen = stripes(64, 0)
    const options = { ...sizes, epochs: 10, batchSize: 16, learningRate: 0.01 }
    const rows = await submission.compareModels(training, unseen, options)
    const parameters = expected([10, 10, 1], sizes)
    for (const name of ['dense', 'conv', 'convPool'] as const) {
      const row = rows?.[name]
      const model = await load(row?.model)
      const probabilities = predict(model, unseen.images)
      const right = shareRight(probabilities, unseen.labels)
      const seen = shareRight(predict(model, training.images), training.labels)
      diagnose('compare-tests-on-training', row.accuracy !== right && near(row.accuracy, seen))
      await expect(row.parameters).toMatchValue(parameters[name])
      await expect(row.accuracy).toMatchValue(right)
      // Any of the three learns to do better than guessing on what it was shown.
      const loss = crossEntropy(predict(model, training.images), training.labels)
      diagnose('compare-never-trains', loss > Math.log(2) - 0.01)
      await expect(Number(loss < Math.log(2))).toMatchValue(1)
    }
    // The same pictures, called the opposite three times: who learns from these too believes the many.
    const seen = stripes(64, 0)
    const opposite = {
      images: tf.concat([seen.images, seen.images, seen.images]),
      labels: [1, 2, 3].flatMap(() => seen.labels.map((label) => 1 - label)),
    }
    // With a rate of 0 nothing is learnt at all.
    for (const [learningRate, epochs] of [
      [0.01, 10],
      [0, 1],
    ] as const) {
      const found = await submission.compareModels(seen, opposite, {
        ...options,
        learningRate,
        epochs,
      })
      for (const name of ['dense', 'conv', 'convPool'] as const) {
        const model = await load(found?.[name]?.model)
        const loss = crossEntropy(predict(model, seen.images), seen.labels)
        const right = learningRate === 0 ? loss > STILL : loss < Math.log(2)
        await expect(Number(right)).toMatchValue(1)
      }
    }
  })
})

/** Pictures [n, 10, 10, 1] of stripes that lie (0) or stand (1), anywhere and of any width. */
function stripes(count: number, wrong: number): Labelled {
  const labels = Array.from({ length: count }, (_, i) => i % 2)
  const pictures = labels.map((label) => {
    const [period, phase] = [random.integer(2, 4), random.integer(0, 7)]
    return Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => {
        const place = label === 0 ? row : column
        return [Number((place + phase) % period === 0)]
      }),
    )
  })
  const [noise = 0, images] = [wrong, tf.tensor4d(pictures)]
  const given = labels.map((label) =>
    (random.numbers(1, 0, 1)[0] ?? 1) < noise ? 1 - label : label,
  )
  return { images, labels: given }
}

async function candidates(
  shape: readonly [number, number, number],
  sizes: lab.CandidateSizes,
): Promise<Models> {
  const given = await submission.candidates(shape, sizes)
  return {
    dense: await inspect(given.dense, shape),
    conv: await inspect(given.conv, shape),
    convPool: await inspect(given.convPool, shape),
  }
}

function counts({ dense, conv, convPool }: Models) {
  return {
    dense: dense.countParams(),
    conv: conv.countParams(),
    convPool: convPool.countParams(),
  }
}

/** Parameters in closed form. */
function expected(
  [height, width, channels]: readonly [number, number, number],
  { filters, units }: lab.CandidateSizes,
  lost = 2,
) {
  const end = (numbers: number) => (numbers + 1) * units + units + 1
  const convolution = (9 * channels + 1) * filters
  const [rows, columns] = [height - lost, width - lost]
  return {
    dense: end(height * width * channels),
    conv: convolution + end(rows * columns * filters),
    convPool: convolution + end(Math.floor(rows / 2) * Math.floor(columns / 2) * filters),
  }
}

async function compareCounts(
  got: ReturnType<typeof counts>,
  shape: readonly [number, number, number],
  sizes: lab.CandidateSizes,
): Promise<boolean> {
  const [want, padded] = [expected(shape, sizes), expected(shape, sizes, 0)]
  const right = got.conv === want.conv && got.convPool === want.convPool
  diagnose('candidates-same-padding', !right && got.conv === padded.conv)
  await expect(got).toMatchValue(want)
  return right && got.dense === want.dense
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6
}
