import type * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/sparse-autoencoders/applyAutoencoder.ts'

const { submission, reference } = bind<typeof lab>()

/** Sizes at which every wrong axis and every wrong mean shows: none of the three is ever 1. */
const SIZES = { images: [2, 7], pixels: [2, 9], units: [2, 5] } as const

describe('applyAutoencoder', () => {
  test('output', async () => {
    for (const sizes of straddling(SIZES).toReversed()) {
      const data = autoencoder(sizes)
      const { output } = await submission.applyAutoencoder(...data)
      const want = await reference.applyAutoencoder(...data)
      await expect(output).toMatchTensor(want.output)
    }
    // One image of one pixel and one unit is an autoencoder, too.
    const data = autoencoder({ images: 1, pixels: 1, units: 1 })
    const { output } = await submission.applyAutoencoder(...data)
    const want = await reference.applyAutoencoder(...data)
    await expect(output).toMatchTensor(want.output)
  })

  test('loss', async () => {
    for (const sizes of straddling(SIZES).toReversed()) {
      const data = autoencoder(sizes)
      for (const beta of [undefined, 0, random.integer(1, 9) / 4]) {
        const { loss } = await submission.applyAutoencoder(...data, beta)
        const want = await reference.applyAutoencoder(...data, beta)
        await expect(loss).toMatchTensor(want.loss)
      }
    }
  })

  test('leaves-inputs', async () => {
    const data = autoencoder({ images: 4, pixels: 6, units: 3 })
    const [images, encoderWeights, encoderBias, decoderWeights, decoderBias] = data
    const held = [
      await hold(images),
      await hold(encoderWeights),
      await hold(encoderBias),
      await hold(decoderWeights),
      await hold(decoderBias),
    ] as const
    const [first, second] = await twice(
      'apply-autoencoder-mutates-input',
      async () => joined(await submission.applyAutoencoder(...held)),
      async () => joined(await submission.applyAutoencoder(...data)),
    )
    const want = joined(await reference.applyAutoencoder(...data))
    await expect(first).toMatchTensor(want)
    await expect(second).toMatchTensor(want)
  })
})

type Data = [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D, tf.Tensor2D, tf.Tensor1D]

/** Images and weights; the biases are far from 0, so that forgetting one shows. */
function autoencoder(sizes: Readonly<Record<keyof typeof SIZES, number>>): Data {
  const { images, pixels, units } = sizes
  return [
    random.uniform<tf.Rank.R2>([images, pixels]),
    random.normal<tf.Rank.R2>([pixels, units]),
    random.normal<tf.Rank.R1>([units]),
    random.normal<tf.Rank.R2>([units, pixels]),
    random.normal<tf.Rank.R1>([pixels]),
  ]
}

/** Both answers as one tensor, so that two calls can be compared bit by bit. */
function joined({ output, loss }: lab.Reconstruction): tf.Tensor1D {
  return output.flatten().concat(loss.flatten())
}
