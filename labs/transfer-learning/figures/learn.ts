import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { Drawing, MARGIN } from '#figures'
import { fineTune as transferred } from '#solutions/transfer-learning/fineTune.ts'
import { readDigits } from '../../../grader/data/digits.ts'
import { partOf } from '../../../grader/kit/dataset.ts'
import { disturb } from '../../../grader/kit/disturb.ts'
import { sfc32, type Uniform } from '../../../grader/kit/sfc32.ts'
import { seededRandom } from '../../../grader/model/seeded-random.ts'
import { initWasm } from '../../../grader/run/backend/wasm/index.ts'
import { fineTune as fromScratch } from '../predictors/from-scratch.ts'
import { pretrained } from './pretrained.ts'

const CLASSES = [5, 6, 7, 8, 9]
/** Examples of each class to learn from. */
const COUNTS = [1, 2, 3, 5, 10, 20, 40]
const HELD_OUT = 60
/** Trainings of which each point is the mean. */
const SEEDS = [1, 2, 3, 4, 5]
const TUNING = { classes: CLASSES.length, denseSize: 32, epochs: 30 }
const SIZE = { height: 28, width: 28, channels: 1 }
const PIXELS = SIZE.height * SIZE.width

const PLOT = { left: MARGIN + 50, top: MARGIN, width: 480, height: 240 }

/**
 * `few-examples.svg`: accuracy on digits that were never seen over the number of examples of each class, with the
 * pretrained weights and from scratch. Trained from seeds on the wasm backend. Takes a minute.
 */
export async function fewExamples(): Promise<string> {
  if (tf.getBackend() !== 'wasm') await initWasm(tf, wasm)
  const { random } = Math
  try {
    const curves = { transferred, fromScratch }
    const drawing = axes()
    for (const [name, learn] of Object.entries(curves)) {
      const points: [number, number][] = []
      for (const [place, count] of COUNTS.entries()) {
        let sum = 0
        for (const seed of SEEDS) sum += await accuracy(learn, count, seed)
        points.push(at(place, sum / SEEDS.length))
      }
      const isOurs = name === 'transferred'
      drawing.curve(points, isOurs ? { mark: 'disc' } : { mark: 'ring', dash: '6 4' })
    }
    return drawing.toString()
  } finally {
    Math.random = random
  }
}

async function accuracy(learn: typeof transferred, count: number, seed: number): Promise<number> {
  const uniform = sfc32(seed.toString(16).padStart(32, '0'))
  const few = drawn('training', count, uniform)
  const others = drawn('feedback', HELD_OUT, uniform)
  Math.random = seededRandom(seed)
  const { model } = await learn(await pretrained(), 'features', few.images, few.labels, TUNING)
  const said = tf.tidy(() => (model.predict(others.images) as tf.Tensor).argMax(1).dataSync())
  tf.disposeVariables()
  tf.dispose([few.images, others.images])
  return others.labels.filter((label, i) => said[i] === label).length / others.labels.length
}

const { pixels, labels } = readDigits()

function drawn(part: 'training' | 'feedback', count: number, uniform: Uniform) {
  const rows = CLASSES.flatMap((digit) => {
    const own = [...labels.keys()].filter((row) => labels[row] === digit)
    const candidates = own.filter((_, place) => partOf(place) === part)
    const keyed = candidates.map((row) => ({ row, key: uniform() }))
    return keyed.toSorted((a, b) => a.key - b.key).slice(0, count)
  })
  const ink = rows.flatMap(({ row }) => {
    const bytes = pixels.subarray(row * PIXELS, (row + 1) * PIXELS)
    const image = Float32Array.from(bytes, (byte) => byte / 255)
    return [...(part === 'training' ? image : disturb(image, SIZE, uniform))]
  })
  const images = tf.tidy(() =>
    tf.tensor4d(ink, [rows.length, SIZE.height, SIZE.width, 1]).mul(2).sub<tf.Tensor4D>(1),
  )
  return { images, labels: rows.map(({ row }) => CLASSES.indexOf(labels[row] ?? 0)) }
}

function at(place: number, share: number): [number, number] {
  const { left, top, width, height } = PLOT
  return [
    Math.round(left + (place / (COUNTS.length - 1)) * width),
    Math.round(top + height - ((share - 0.2) / 0.8) * height),
  ]
}

function axes(): Drawing {
  const drawing = new Drawing('fineTune')
  const { left, top, width, height } = PLOT
  drawing.line(left - 20, top + height, left + width, top + height)
  drawing.line(left - 20, top + height, left - 20, top)
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) {
    const [, y] = at(0, share)
    drawing.line(left - 25, y, left - 20, y)
    drawing.text(left - 42, y, share.toFixed(1), { size: 13 })
  }
  for (const [place, count] of COUNTS.entries()) {
    const [x, y] = at(place, 0.2)
    drawing.line(x, y, x, y + 5)
    drawing.text(x, y + 18, `${count} × ${CLASSES.length}`, { size: 13 })
  }
  return drawing
}

if (import.meta.main) {
  writeFileSync(new URL('few-examples.svg', import.meta.url), await fewExamples())
}
