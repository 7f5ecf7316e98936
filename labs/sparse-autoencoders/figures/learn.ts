import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { Drawing, MARGIN } from '#figures'
import { applyAutoencoder } from '#solutions/sparse-autoencoders/applyAutoencoder.ts'
import { trainSparseAutoencoder } from '#solutions/sparse-autoencoders/trainSparseAutoencoder.ts'
import { readDigits } from '../../../grader/data/digits.ts'
import { seededRandom } from '../../../grader/model/seeded-random.ts'
import { initWasm } from '../../../grader/run/backend/wasm/index.ts'
import { SELECTIVE, type Selectivity, selectivityOf } from '../hidden/units.ts'

/** What the handout says of this training. */
const OPTIONS = { codeSize: 50, epochs: 30, batchSize: 20, learningRate: 0.003 }
const BETAS = [0, 0.01]
const PER_CLASS = 100
const SEED = 1

/** Digits are drawn in the middle 20 x 20 pixels; around them nothing is ever learned. */
const BORDER = 4
const SIDE = 28
const SHOWN = 10
/** From one unit to the next, in pixels of the drawing. */
const STEP = 72

/**
 * `units.svg`: the first units of two autoencoders, one without penalty; above, the weights of the encoder, below,
 * those of the decoder. Trained from one seed on the wasm backend, which gives the same bits every time. Takes
 * half a minute.
 */
export async function learnedUnits(): Promise<string> {
  if (tf.getBackend() !== 'wasm') await initWasm(tf, wasm)
  const random = Math.random
  try {
    const drawing = new Drawing('trainSparseAutoencoder')
    let top = MARGIN
    for (const beta of BETAS) {
      Math.random = seededRandom(SEED)
      top = await panel(drawing, top, beta)
    }
    return drawing.toString()
  } finally {
    Math.random = random
  }
}

async function panel(drawing: Drawing, top: number, beta: number): Promise<number> {
  const training = digits(0)
  const unseen = digits(PER_CLASS)
  const { model } = await trainSparseAutoencoder(training.images, { ...OPTIONS, beta })
  const [We, be, Wd, bd] = model.getWeights()
  if (We === undefined || be === undefined || Wd === undefined || bd === undefined) {
    throw new TypeError('two dense layers have four weights')
  }
  const weights = [We.as2D(SIDE * SIDE, OPTIONS.codeSize), be.as1D()] as const
  const code = unseen.images.matMul(weights[0]).add(weights[1]).relu()
  const decoder = [Wd.as2D(OPTIONS.codeSize, SIDE * SIDE), bd.as1D()] as const
  const { loss } = applyAutoencoder(unseen.images, ...weights, ...decoder, 0)
  const units = await code.transpose<tf.Tensor2D>().array()
  const selectivities = units.map((unit) => selectivityOf(unit, unseen.labels))
  const selective = selectivities.filter((each) => each !== null && each.ratio >= SELECTIVE)
  const numbers = [
    `β = ${beta}`,
    `MSE = ${(await loss.array()).toFixed(3)}`,
    `mean(code) = ${(await code.mean<tf.Scalar>().array()).toFixed(2)}`,
    `≥ ${SELECTIVE}×: ${selective.length} / ${OPTIONS.codeSize}`,
  ]
  numbers.forEach((text, i) => {
    drawing.text(MARGIN + i * 2 * STEP, top + 10, text, { anchor: 'start', weight: 700 })
  })
  const seen = await weights[0].transpose<tf.Tensor2D>().array()
  const drawn = await decoder[0].array()
  for (let unit = 0; unit < SHOWN; unit++) {
    const x = MARGIN + unit * STEP
    drawing.mosaic(x, top + 30, levelsOf(seen[unit] ?? []), SHADES, 3)
    drawing.mosaic(x, top + 30 + 66, levelsOf(drawn[unit] ?? []), SHADES, 3)
    drawing.text(x + 30, top + 30 + 138, labelOf(selectivities[unit] ?? null), { size: 12 })
  }
  model.dispose()
  return top + 30 + 180
}

/** The favourite class and how many times stronger it is; a cross for a dead unit. */
function labelOf(selectivity: Selectivity | null): string {
  if (selectivity === null) return '†'
  const { label, ratio } = selectivity
  return ratio < 100 ? `${label} · ${ratio.toFixed(1)}×` : `${label} · > 99×`
}

/** Grey for nothing, white for the strongest inhibition, black for the strongest excitation. */
const SHADES = [null, '#ccc', '#999', '#555', '#000']

/** Five levels of the middle pixels, of the range of the unit's own weights. */
function levelsOf(weights: readonly number[]): number[][] {
  const middle = Array.from({ length: SIDE - 2 * BORDER }, (_, i) => i + BORDER)
  const rows = middle.map((i) => middle.map((j) => weights[i * SIDE + j] ?? 0))
  const largest = Math.max(...rows.flat().map(Math.abs))
  return rows.map((row) => row.map((weight) => Math.round((2 * weight) / largest) + 2))
}

/** The same number of images of each class, from so many on. */
function digits(start: number): { images: tf.Tensor2D; labels: number[] } {
  const { pixels, labels } = readDigits()
  const size = SIDE * SIDE
  const chosen = Array.from({ length: 10 }, (_, digit) => {
    const first = labels.indexOf(digit) + start
    return Array.from({ length: PER_CLASS }, (_, i) => first + i)
  }).flat()
  const images = chosen.map((example) =>
    Array.from(pixels.subarray(example * size, (example + 1) * size), (ink) => ink / 255),
  )
  return { images: tf.tensor2d(images), labels: chosen.map((example) => labels[example] ?? 0) }
}

if (import.meta.main) {
  writeFileSync(new URL('units.svg', import.meta.url), await learnedUnits())
}
