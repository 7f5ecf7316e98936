import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as tf from '@tensorflow/tfjs'
import * as wasm from '@tensorflow/tfjs-backend-wasm'
import { progress } from '../commands/progress.ts'
import type { World } from '../commands/world.ts'
import { contactSheet } from '../images/drawn/contact-sheet.ts'
import { drawPets } from '../images/drawn/pets.ts'
import { imageTensor } from '../images/tensor.ts'
import { seededRandom } from '../model/seeded-random.ts'
import { initWasm } from '../run/backend/wasm/index.ts'
import { type Examples, linearProbe } from './linear-probe.ts'
import { median } from './pairs.ts'

const BATCH = 32
const TEST_IMAGES = 1000
const SHEET = { count: 40, size: 150, seed: 'sheet' }

const OPTIONS = {
  seeds: { type: 'string', default: '10' },
  size: { type: 'string', default: '32' },
  images: { type: 'string', default: '2000' },
  epochs: { type: 'string', default: '10' },
  sheet: { type: 'string' },
} as const

interface Setting {
  readonly size: number
  readonly images: number
  readonly epochs: number
}

interface Row {
  readonly linear: number
  readonly cnn: number
  readonly seconds: number
}

/**
 * How hard the drawn cats and dogs are: accuracy of the best linear classifier on the pixels and of a small CNN on
 * 1,000 drawings that neither saw, for each seed. `--sheet FILE` writes 40 drawings as a PNG instead.
 */
export async function benchPets(world: World, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (values.sheet !== undefined) {
    writeFileSync(values.sheet, await contactSheet(SHEET.count, SHEET.size, SHEET.seed))
    return
  }
  const [seeds, size] = [Number(values.seeds), Number(values.size)]
  const setting = { size, images: Number(values.images), epochs: Number(values.epochs) }
  await initWasm(tf, wasm)
  tf.enableProdMode()
  const { images, epochs } = setting
  world.stdout.write(
    `Drawn cats and dogs, ${size} x ${size}, ${images} to learn from, ${epochs} epochs, wasm:\n` +
      'seed   linear     CNN   seconds\n',
  )
  const bar = progress(world.stderr, seeds)
  const rows: Row[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const row = await measured(seed, setting)
    rows.push(row)
    bar.end()
    world.stdout.write(line(String(seed), row))
    bar.tick()
  }
  bar.end()
  const all = (pick: (...values: number[]) => number): Row => ({
    linear: pick(...rows.map(({ linear }) => linear)),
    cnn: pick(...rows.map(({ cnn }) => cnn)),
    seconds: pick(...rows.map(({ seconds }) => seconds)),
  })
  world.stdout.write(line('least', all(Math.min)))
  world.stdout.write(
    line(
      'median',
      all((...numbers) => median(numbers)),
    ),
  )
  world.stdout.write(line('most', all(Math.max)))
}

function line(name: string, { linear, cnn, seconds }: Row): string {
  const numbers = `${linear.toFixed(3).padStart(7)}${cnn.toFixed(3).padStart(8)}`
  return `${name.padEnd(6)}${numbers}${seconds.toFixed(0).padStart(10)}\n`
}

async function measured(seed: number, { size, images, epochs }: Setting): Promise<Row> {
  // tfjs shuffles and draws its dropout with it
  Math.random = seededRandom(seed)
  const [train, test] = await Promise.all([
    drawn(`bench/train/${seed}`, images, size),
    drawn(`bench/test/${seed}`, TEST_IMAGES, size),
  ])
  const linear = await linearProbe(flat(train), flat(test))
  const start = performance.now()
  const cnn = await trained(seed, size, epochs, train, test)
  tf.disposeVariables()
  tf.dispose([train.images, test.images])
  return { linear, cnn, seconds: (performance.now() - start) / 1000 }
}

interface Drawn {
  /** [n, size, size, 3], 0..1. */
  readonly images: tf.Tensor4D
  readonly labels: Uint8Array
}

async function drawn(seed: string, count: number, size: number): Promise<Drawn> {
  const { pixels, labels } = await drawPets({ seed, count, size })
  return { images: imageTensor({ data: pixels, shape: [count, size, size, 3] }), labels }
}

function flat({ images, labels }: Drawn): Examples {
  return { features: images.as2D(labels.length, images.size / labels.length), labels }
}

async function trained(
  seed: number,
  size: number,
  epochs: number,
  train: Drawn,
  test: Drawn,
): Promise<number> {
  const model = smallCnn(seed, size)
  const optimizer = tf.train.adam(1e-3)
  model.compile({ optimizer, loss: 'binaryCrossentropy' })
  const targets = tf.tensor2d(Float32Array.from(train.labels), [train.labels.length, 1])
  await model.fit(train.images, targets, { epochs, batchSize: BATCH, verbose: 0 })
  const predicted = model.predict(test.images, { batchSize: BATCH })
  if (Array.isArray(predicted)) throw new Error('The model has one output.')
  const probabilities = await predicted.data()
  tf.dispose([predicted, targets])
  model.dispose()
  optimizer.dispose()
  const right = test.labels.filter(
    (label, row) => (probabilities[row] ?? 0) > 0.5 === (label === 1),
  )
  return right.length / test.labels.length
}

/** Three convolutions with pooling and one hidden layer: about 56,000 parameters at 32 x 32. */
function smallCnn(seed: number, size: number): tf.Sequential {
  const kernelInitializer = tf.initializers.heNormal({ seed })
  const convolution = (filters: number) =>
    tf.layers.conv2d({
      ...{ filters, kernelSize: 3, padding: 'same', activation: 'relu', kernelInitializer },
    })
  const pooling = () => tf.layers.maxPooling2d({ poolSize: 2 })
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [size, size, 3] }),
      ...[convolution(16), pooling(), convolution(32), pooling(), convolution(48), pooling()],
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.3 }),
      tf.layers.dense({ units: 48, activation: 'relu', kernelInitializer }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  })
}
