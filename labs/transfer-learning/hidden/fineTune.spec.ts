import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import {
  accuracy,
  backbone,
  bind,
  curve,
  diagnose,
  hold,
  load,
  measure,
  place,
  remembered,
  train,
  twice,
} from '#kit'
import type * as lab from '#starter/transfer-learning/fineTune.ts'
import { noise, onlyTensor } from './networks.ts'
import { examples, heldOut, type Pictures } from './pictures.ts'
import { fromScratch } from './scratch.ts'

const { submission } = bind<typeof lab>()

/** Networks from scratch whose mean is compared with: where one of them starts is luck. */
const STARTS = 3
const SETTING = { denseSize: 32, epochs: 30 }

describe('fineTune', () => {
  test('accuracy', async () => {
    await train(async () => {
      const pretrained = await backbone()
      const tuned = await tune(examples(pretrained))
      measure('accuracy', await shareRight(tuned, heldOut(pretrained)))
    })
  })

  test('margin', async () => {
    await train(async () => {
      const pretrained = await backbone()
      const few = examples(pretrained)
      const tuned = await tune(few)
      const others = heldOut(pretrained)
      const scratch = await remembered('scratch', async () => {
        let sum = 0
        for (let i = 0; i < STARTS; i++) sum += await fromScratch(pretrained, few, others, SETTING)
        return sum / STARTS
      })
      const transferred = await shareRight(tuned, others)
      measure('transferred', transferred)
      measure('scratch', scratch)
      measure('margin', transferred - scratch)
    })
  })

  test('leaves-inputs', async () => {
    const { network, features, ...size } = await backbone()
    const { images, labels } = glimmers(size)
    const [held, heldLabels] = [await hold(images), await hold(labels)]
    const setting = { classes: 3, denseSize: 32, epochs: 20 }
    const seen = async (answer: Answer) => {
      const { model, count } = await learnt(answer)
      return { count, right: (await shareRight(model, { images, labels })) > 0.8 }
    }
    const [first, second] = await twice(
      'fine-tune-disposes-images',
      async () => {
        const placed = await place(network)
        return seen(await submission.fineTune(placed, features, held, heldLabels, setting))
      },
      async () => {
        const placed = await place(network)
        return seen(await submission.fineTune(placed, features, images, labels, setting))
      },
    )
    for (const found of [first, second]) {
      await expect(found).toMatchValue({ count: setting.epochs, right: true })
    }
  })
})

/** Trains the submission on few examples, and looks at what became of them. */
async function tune(few: Pictures): Promise<tf.LayersModel> {
  const { network, features } = await backbone()
  const { images, labels, classes } = few
  const setting = { classes, ...SETTING }
  const answer = await submission.fineTune(await place(network), features, images, labels, setting)
  curve(answer?.history)
  const { model, said } = await learnt(answer)
  const isLost = (await shareRight(model, few)) < 0.5 && (said.at(-1) ?? 1) < 0.8 * (said[0] ?? 0)
  const all = guesses(model, few)
  const isEven = Math.min(...all) >= 2
  diagnose('fine-tune-head-not-put-back', isLost && !isEven)
  diagnose('fine-tune-labels-apart', isLost && isEven)
  diagnose('fine-tune-from-scratch', drift(model, network) > 0.7)
  return model
}

/** How often each class is the answer for the pictures. */
function guesses(model: tf.LayersModel, { images, classes }: Pictures): number[] {
  const said = onlyTensor(model.predict(images)).argMax(-1).dataSync()
  return Array.from({ length: classes }, (_, i) => said.filter((each) => each === i).length)
}

/** How far the first kernel has come from where it was pretrained, relative to its length. */
function drift(model: tf.LayersModel, pretrained: tf.LayersModel): number {
  const [now, then] = [firstKernel(model), firstKernel(pretrained)]
  if (now === undefined || then === undefined || String(now.shape) !== String(then.shape)) return 0
  return now.sub(then).norm().div(then.norm()).dataSync()[0] ?? 0
}

function firstKernel(model: tf.LayersModel): tf.Tensor | undefined {
  return model.layers.find((layer) => layer.weights.length > 0)?.getWeights()[0]
}

async function shareRight(
  model: tf.LayersModel,
  { images, labels }: Pick<Pictures, 'images' | 'labels'>,
): Promise<number> {
  const pretrained = await backbone()
  return accuracy(pretrained.predict(model, images), labels)
}

type Answer = Awaited<ReturnType<typeof submission.fineTune>>

/** The model, its losses, and how many of them can be mean cross-entropies: numbers above 0. */
async function learnt(answer: Answer) {
  // Types promise both parts; a submission may forget them.
  const said: readonly number[] = answer?.history?.loss
  expect(Array.isArray(said), '`history.loss` is a list').toBe(true)
  const count = said.filter((each) => each > 0 && Number.isFinite(each)).length
  return { model: await load(answer.model), said, count }
}

/** Noise [18, height, width, channels] that is bright above, below or on the left: easy to tell apart. */
function glimmers(size: Parameters<typeof noise>[1]): Pick<Pictures, 'images' | 'labels'> {
  const labels = Array.from({ length: 18 }, (_, i) => i % 3)
  const { height, width, channels } = size
  const half = (vertical: boolean) => {
    const shape: [number, number, number] = vertical
      ? [Math.floor(height / 2), width, channels]
      : [height, Math.floor(width / 2), channels]
    const rest: [number, number, number] = vertical
      ? [height - shape[0], width, channels]
      : [height, width - shape[1], channels]
    return [tf.fill<tf.Rank.R3>(shape, 0.8), tf.fill<tf.Rank.R3>(rest, -0.8)] as const
  }
  const [[above, dark], [left, right]] = [half(true), half(false)]
  const kinds = [tf.concat([above, dark]), tf.concat([dark, above]), tf.concat([left, right], 1)]
  const lights = tf.stack(labels.map((label) => kinds[label] ?? dark))
  return { images: noise(18, size).mul(0.2).add<tf.Tensor4D>(lights), labels }
}
