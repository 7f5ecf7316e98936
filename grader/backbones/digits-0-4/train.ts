import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { readDigits } from '../../data/digits.ts'
import { partOf } from '../../kit/dataset.ts'
import { disturb } from '../../kit/disturb.ts'
import { sfc32, type Uniform } from '../../kit/sfc32.ts'
import { seededRandom } from '../../model/seeded-random.ts'
import { initWasm } from '../../run/backend/wasm/index.ts'
import { LABELS } from './labels.ts'
import { digitsNetwork, SIDE } from './network.ts'

const SEED = 4
const BATCH = 32
const EPOCHS = 16
const RATE = 0.002
/** The last epochs take small steps. */
const END = { epochs: 3, rate: 0.0005 }

/** The two files of the backbone, byte by byte. */
export type Files = Readonly<Record<'model.json' | 'weights.bin', Uint8Array>>

/**
 * Trains the network on the digits 0 to 4 that labs hand out for training, never on those that judge; each is
 * moved, turned and noised anew in every epoch. Every random number follows `SEED`, so that wasm gives the same
 * bytes again. Takes half a minute.
 */
export async function trainBackbone(): Promise<Files> {
  await initWasm(tf, wasm)
  const { random } = Math
  // tfjs draws initial weights and dropout with it
  Math.random = seededRandom(SEED)
  try {
    return await trained(sfc32(SEED.toString(16).padStart(32, '0')))
  } finally {
    Math.random = random
  }
}

async function trained(uniform: Uniform): Promise<Files> {
  const { pixels, labels } = readDigits()
  const digits = trainingDigits(labels)
  const model = digitsNetwork()
  for (const { epochs, rate } of [{ epochs: EPOCHS - END.epochs, rate: RATE }, END]) {
    model.compile({
      optimizer: tf.train.adam(rate),
      loss: (wanted, logits) => tf.losses.softmaxCrossEntropy(wanted, logits),
    })
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(digits, uniform)
      const ink = digits.flatMap((digit) => [...seen(pixels, digit, uniform)])
      const images = tf.tidy(() => tf.tensor4d(ink, [digits.length, SIDE, SIDE, 1]).mul(2).sub(1))
      const classes = digits.map((digit) => labels[digit] ?? 0)
      const wanted = tf.tidy(() => tf.oneHot(classes, LABELS.length).toFloat())
      await model.fit(images, wanted, { batchSize: BATCH, shuffle: false, verbose: 0 })
      tf.dispose([images, wanted])
    }
  }
  return await filesOf(model)
}

/** As many of each, so that no digit is guessed more often than another. */
function trainingDigits(labels: Uint8Array): number[] {
  const each = LABELS.map((_, digit) =>
    [...labels.keys()]
      .filter((row) => labels[row] === digit)
      .filter((_row, place) => partOf(place) === 'training'),
  )
  const least = Math.min(...each.map(({ length }) => length))
  return each.flatMap((digits) => digits.slice(0, least))
}

function seen(pixels: Uint8Array, digit: number, uniform: Uniform): Float32Array {
  const bytes = pixels.subarray(digit * SIDE ** 2, (digit + 1) * SIDE ** 2)
  const image = Float32Array.from(bytes, (byte) => byte / 255)
  return disturb(image, { height: SIDE, width: SIDE, channels: 1 }, uniform)
}

/** Fisher and Yates' shuffle, in place. */
function shuffle(items: number[], uniform: Uniform): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1))
    const [a, b] = [items[last], items[other]]
    if (a !== undefined && b !== undefined) [items[last], items[other]] = [b, a]
  }
}

/** As TensorFlow.js stores a model of layers. */
async function filesOf(model: tf.LayersModel): Promise<Files> {
  const modelTopology: unknown = model.toJSON(null, false)
  const weights = model.weights.map(({ originalName, shape }) => {
    return { name: originalName, shape, dtype: 'float32' }
  })
  const manifest = {
    format: 'layers-model',
    modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  }
  const numbers = model.getWeights().flatMap((weight) => [...weight.dataSync()])
  return {
    'model.json': Buffer.from(`${JSON.stringify(manifest)}\n`),
    'weights.bin': new Uint8Array(Float32Array.from(numbers).buffer),
  }
}

if (import.meta.main) {
  for (const [name, content] of Object.entries(await trainBackbone())) {
    writeFileSync(new URL(name, import.meta.url), content)
  }
}
