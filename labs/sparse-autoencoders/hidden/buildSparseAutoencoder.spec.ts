import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, load, random, straddling, twice } from '#kit'
import type * as formula from '#starter/sparse-autoencoders/applyAutoencoder.ts'
import type * as lab from '#starter/sparse-autoencoders/buildSparseAutoencoder.ts'
import { namesOf, openModel, partsOf, shapesOf, type Weights } from './open-model.ts'

const { submission, reference } = bind<typeof lab & typeof formula>()

const SIZES = { pixels: [2, 9], units: [3, 5], images: [2, 6] } as const

/** What float32 makes of one number computed in two orders, at the size of these losses. */
const SAME = 1e-4

describe('buildSparseAutoencoder', () => {
  test('layers', async () => {
    for (const { pixels, units } of straddling({ pixels: [1, 9], units: [1, 12] })) {
      const { model } = partsOf(await submission.buildSparseAutoencoder(pixels, units, 0.05))
      const judged = await load(model)
      const shapes = shapesOf(judged.getWeights()).join(' ')
      const [encoder, decoder] = [`${pixels},${units}`, `${units},${pixels}`]
      const right = `${encoder} ${units} ${decoder} ${pixels}`
      const named = namesOf(judged).join() === 'input,encoder,decoder'
      diagnose('build-sparse-autoencoder-other-names', shapes === right && !named)
      diagnose('build-sparse-autoencoder-no-bias', shapes === `${encoder} ${decoder}`)
      await openModel(model, { pixels, units })
      await expect(model.call('countParams')).toMatchValue(2 * pixels * units + units + pixels)
    }
  })

  test('prediction', async () => {
    for (const sizes of straddling(SIZES).toReversed()) {
      const { pixels, units } = sizes
      const { model } = partsOf(await submission.buildSparseAutoencoder(pixels, units, 0.05))
      const weights = await giveWeights(model, sizes)
      const images = random.uniform<tf.Rank.R2>([sizes.images, pixels])
      // A copy of the model as it now is: what was put in must come out again.
      const output = (await load(model)).predict(images)
      if (!(output instanceof tf.Tensor)) throw new TypeError('a model of one chain has one output')
      const want = await reference.applyAutoencoder(images, ...weights)
      const wrong = !(await near(output, want.output))
      const sums = images.matMul(weights[0]).add(weights[1])
      const decode = (code: tf.Tensor) => code.matMul(weights[2]).add(weights[3])
      const relu = await near(output, decode(sums.relu()).relu())
      const linear = await near(output, decode(sums.relu()))
      diagnose('build-sparse-autoencoder-relu-decoder', wrong && relu && !linear)
      diagnose('build-sparse-autoencoder-linear-decoder', wrong && linear && !relu)
      const linearCode = await near(output, decode(sums).sigmoid())
      diagnose('build-sparse-autoencoder-linear-encoder', wrong && linearCode)
      await expect(output).toMatchTensor(want.output)
    }
  })

  test('loss', async () => {
    for (const sizes of straddling(SIZES).toReversed()) {
      const beta = random.integer(1, 8) / 4
      const { model, loss } = partsOf(
        await submission.buildSparseAutoencoder(sizes.pixels, sizes.units, beta),
      )
      const weights = await giveWeights(model, sizes)
      const images = random.uniform<tf.Rank.R2>([sizes.images, sizes.pixels])
      const got = await loss(images)
      const want = await reference.applyAutoencoder(images, ...weights, beta)
      if (got instanceof tf.Tensor) await explain(got, images, weights, beta)
      await expect(got).toMatchTensor(want.loss)
    }
  })

  test('leaves-inputs', async () => {
    const { model, loss } = partsOf(await submission.buildSparseAutoencoder(6, 4, 0.05))
    const sizes = { pixels: 6, units: 4 }
    const weights = await giveWeights(model, sizes)
    const images = random.uniform<tf.Rank.R2>([5, 6])
    const held = await hold(images)
    const [first, second] = await twice(
      'build-sparse-autoencoder-mutates-input',
      () => loss(held),
      () => loss(images),
    )
    const want = await reference.applyAutoencoder(images, ...weights, 0.05)
    await expect(first).toMatchTensor(want.loss)
    await expect(second).toMatchTensor(want.loss)
  })
})

/** Compares a loss with what known mistakes give. */
async function explain(
  got: tf.Tensor,
  images: tf.Tensor2D,
  weights: Weights,
  beta: number,
): Promise<void> {
  const { output, loss } = await reference.applyAutoencoder(images, ...weights, beta)
  const wrong = !(await near(got, loss))
  const code = images.matMul(weights[0]).add(weights[1]).relu()
  const error = images.sub(output).square().mean()
  const isPlain = await near(got, error)
  const isSum = await near(got, error.add(code.sum(1).mean().mul(beta)))
  diagnose('build-sparse-autoencoder-ignores-beta', wrong && isPlain)
  diagnose('build-sparse-autoencoder-sums-units', wrong && isSum && !isPlain)
}

async function near(got: tf.Tensor, want: tf.Tensor): Promise<boolean> {
  if (got.shape.join() !== want.shape.join()) return false
  const [largest = Number.NaN] = await got.sub(want).abs().max().data()
  return largest <= SAME
}

/** Gives a model random weights, whatever its layers are called. The check ends here where they do not fit. */
async function giveWeights(
  model: ReturnType<typeof partsOf>['model'],
  { pixels, units }: { pixels: number; units: number },
): Promise<Weights> {
  const weights: Weights = [
    random.normal<tf.Rank.R2>([pixels, units]),
    random.normal<tf.Rank.R1>([units]),
    random.normal<tf.Rank.R2>([units, pixels]),
    random.normal<tf.Rank.R1>([pixels]),
  ]
  const shapes = shapesOf((await load(model)).getWeights())
  expect(shapes, 'shapes of the weights').toEqual(shapesOf(weights))
  await model.call('setWeights', weights)
  return weights
}
