import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { buildModel } from '#solutions/cats-vs-dogs/buildModel.ts'
import { type Comparison, compareModels } from '#solutions/cats-vs-dogs/compareModels.ts'
import { type Evaluation, evaluate } from '#solutions/cats-vs-dogs/evaluate.ts'
import type { Labelled } from '#solutions/cats-vs-dogs/labelled.ts'
import { type History, train } from '#solutions/cats-vs-dogs/train.ts'
import { drawPets } from '../../../grader/images/drawn/pets.ts'
import { imageTensor } from '../../../grader/images/tensor.ts'
import { seededRandom } from '../../../grader/model/seeded-random.ts'
import { initWasm } from '../../../grader/run/backend/wasm/index.ts'
import { type Panel, panels } from './panels.ts'
import { comparisonTable, curves, evaluation } from './plots.ts'

/** What the handout says of these trainings. */
const SIDE = 24
const TRAINING = 600
const VALIDATION = 80
const UNSEEN = 300
const SEED = 1

/** One training of the network of the lab and one of each candidate, from one seed. */
export interface Learned {
  readonly model: tf.LayersModel
  readonly history: History
  readonly bestEpoch: number
  readonly found: Evaluation
  readonly scores: readonly number[]
  readonly unseen: Labelled
  readonly comparison: Comparison
}

/**
 * Figures by file name. Trained from one seed on the wasm backend, which gives the same bits every time. Takes a
 * minute.
 */
export async function figures(): Promise<Record<string, Buffer>> {
  const { model, history, bestEpoch, found, scores, unseen, comparison } = await learned()
  return {
    'curves.svg': Buffer.from(curves(history, bestEpoch)),
    'evaluation.svg': Buffer.from(evaluation(found, unseen.labels, scores)),
    'comparison.svg': Buffer.from(comparisonTable(comparison)),
    'feature-maps.webp': await featureMaps(model, unseen),
  }
}

async function learned(): Promise<Learned> {
  if (tf.getBackend() !== 'wasm') await initWasm(tf, wasm)
  const training = await pictures('training', TRAINING)
  const validation = await pictures('validation', VALIDATION)
  const unseen = await pictures('unseen', UNSEEN)
  const random = Math.random
  try {
    Math.random = seededRandom(SEED)
    const model = buildModel([SIDE, SIDE, 3], {
      ...{ filters: [8, 16, 32], units: 32, dropout: 0.3, batchNormalization: true },
    })
    const { history, bestEpoch } = await train(model, training, validation, {
      ...{ epochs: 12, batchSize: 32, learningRate: 0.004, patience: 12, seed: SEED },
      augmentation: { flip: true },
    })
    const found = await evaluate(model, unseen)
    const output = model.predict(unseen.images)
    const scores = output instanceof tf.Tensor ? Array.from(await output.data()) : []
    const comparison = await compareModels(training, unseen, {
      ...{ filters: 16, units: 32, epochs: 12, batchSize: 32, learningRate: 0.0005 },
    })
    return { model, history, bestEpoch, found, scores, unseen, comparison }
  } finally {
    Math.random = random
  }
}

async function pictures(part: string, count: number): Promise<Labelled> {
  const drawn = await drawPets({ seed: `handout/${part}`, count, size: 2 * SIDE })
  const { pixels, labels } = drawn
  const large = imageTensor({ data: pixels, shape: [count, 2 * SIDE, 2 * SIDE, 3] })
  return { images: tf.avgPool(large, 2, 2, 'valid'), labels: [...labels] }
}

/** A cat and a dog, and what the filters of the first two blocks find in them, brightest where they find most. */
async function featureMaps(model: tf.LayersModel, { images, labels }: Labelled): Promise<Buffer> {
  const shown: Panel[] = []
  const relus = model.layers.filter((layer) => layer.getClassName() === 'Activation').slice(0, 2)
  const outputs = relus.flatMap(({ output }) => output)
  const looking = tf.model({ inputs: model.inputs, outputs })
  for (const [place, label] of [0, 1].entries()) {
    const row = labels.indexOf(label)
    const picture = images.slice<tf.Tensor4D>([row, 0, 0, 0], [1, SIDE, SIDE, 3])
    const top = place * 204
    shown.push({ picture: picture.squeeze<tf.Tensor3D>([0]), left: 0, top, scale: 7 })
    let left = 184
    for (const [maps, scale, columns] of blocks(looking.predict(picture))) {
      const step = (maps[0]?.shape[0] ?? 0) * scale + 4
      for (const [i, map] of maps.entries()) {
        const at = { left: left + (i % columns) * step, top: top + Math.floor(i / columns) * step }
        shown.push({ picture: map, ...at, scale })
      }
      left += columns * step + 12
    }
  }
  return await panels(shown).webp({ lossless: true }).toBuffer()
}

/** The maps of each block, pixels of the figure for one of a map, and how many stand in a row. */
function blocks(found: tf.Tensor | tf.Tensor[]): [tf.Tensor3D[], number, number][] {
  const [first, second] = [found].flat()
  if (first === undefined || second === undefined) throw new TypeError('two blocks')
  return [
    [maps(first), 4, 4],
    [maps(second), 9, 8],
  ]
}

/** Each channel of [1, height, width, channels] as a picture from 0 to 1. */
function maps(found: tf.Tensor): tf.Tensor3D[] {
  const channels = found.squeeze([0]).unstack<tf.Tensor2D>(2)
  return channels.map((map) => {
    const [height, width] = map.shape
    return map.div(map.max().add(1e-6)).as3D(height, width, 1)
  })
}

if (import.meta.main) {
  for (const [name, bytes] of Object.entries(await figures())) {
    writeFileSync(new URL(name, import.meta.url), bytes)
  }
}
