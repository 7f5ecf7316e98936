import * as tf from '@tensorflow/tfjs'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, hold, random, straddling, twice } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/augment.ts'
import type { Labelled } from '#starter/cats-vs-dogs/labelled.ts'
import { areAlike, areBothSided, blobs, fills, middles } from './blobs.ts'

const { submission } = bind<typeof lab>()

type Options = Parameters<typeof submission.augment>[1]

/** So many that what is drawn evenly looks it. */
const MANY = 200
const SIDE = 33
/** Pixels by which the middle of a blob may be misjudged, or a shift rounded to whole pixels. */
const SLACK = 0.6

const anySeed = () => random.integer(1, 1_000_000)

describe('augment', () => {
  test('flip', async () => {
    const choices: boolean[][] = []
    for (const { height, width, channels } of straddling({
      height: [2, 7],
      width: [2, 6],
      channels: [1, 3],
    })) {
      const images = random.uniform<tf.Rank.R4>([40, height, width, channels])
      const still = await augmented(images, { seed: anySeed() })
      await expect(still).toMatchTensor(images)
      const moved = await augmented(images, { flip: true, seed: anySeed() })
      const mirrored = images.reverse<tf.Tensor4D>(2)
      const isMirrored = isAs(moved, mirrored)
      const isStill = isAs(moved, images)
      const isUpsideDown = isAs(moved, images.reverse<tf.Tensor4D>(1))
      const other = isMirrored.filter((mirror, i) => !mirror && !isStill[i])
      const turned = isUpsideDown.filter((down, i) => down && !isMirrored[i] && !isStill[i])
      diagnose('augment-upside-down', other.length > 0 && turned.length === other.length)
      const all = isMirrored.every(Boolean) || isStill.every(Boolean)
      diagnose('augment-one-draw-for-all', all)
      choices.push(isMirrored)
      const choice = tf.tensor4d(isMirrored.map(Number), [40, 1, 1, 1]).toBool()
      await expect(moved).toMatchTensor(tf.where(choice, mirrored, images))
      await expect(Number(all)).toMatchValue(0)
    }
    // One half of all, and other ones in each call.
    const half = areBothSided(choices.flat().map((mirror) => (mirror ? 1 : -1)))
    const different = new Set(choices.map(String)).size === choices.length
    await expect({ half, different }).toMatchValue({ half: true, different: true })
  })

  test('shift', async () => {
    const [height, width] = [25, 50]
    const shift = random.choice([0.1, 0.15, 0.2])
    const images = blobs(MANY, [height, width], [{ row: 0, column: 0 }])
    const found = middles(await augmented(images, { shift, seed: anySeed() }))
    const [down, right] = [found.map(({ row }) => row), found.map(({ column }) => column)]
    diagnose('augment-one-draw-for-all', areAlike(down) && areAlike(right))
    const together = down.map((amount, i) => amount * (right[i] ?? 0))
    await expect({
      down: fills(down, shift * height, SLACK),
      right: fills(right, shift * width, SLACK),
      independent: areBothSided(together),
    }).toMatchValue({ down: true, right: true, independent: true })
  })

  test('rotation', async () => {
    const [rotation, radius] = [random.integer(15, 40), 10]
    const images = blobs(MANY, [SIDE, SIDE], [{ row: 0, column: radius }])
    const found = middles(await augmented(images, { rotation, seed: anySeed() }))
    const angles = found.map(({ row, column }) => (Math.atan2(row, column) * 180) / Math.PI)
    const kept = found.every(
      ({ row, column }) => Math.abs(Math.hypot(row, column) - radius) < SLACK,
    )
    diagnose('augment-one-draw-for-all', kept && areAlike(angles))
    const far = angles.filter((angle) => Math.abs(angle) > rotation + 20)
    diagnose('augment-radians', kept && far.length > MANY / 4)
    await expect({ kept, angles: fills(angles, rotation, 3) }).toMatchValue({
      kept: true,
      angles: true,
    })
  })

  test('zoom', async () => {
    const [zoom, apart] = [random.choice([0.15, 0.2, 0.25]), 6]
    const places = [
      { row: 0, column: -apart },
      { row: 0, column: apart },
    ]
    const moved = await augmented(blobs(MANY, [SIDE, SIDE], places), { zoom, seed: anySeed() })
    const lefts = middles(moved, (column) => column < 0)
    const rights = middles(moved, (column) => column > 0)
    const factors = rights.map(({ column }, i) => (column - (lefts[i]?.column ?? 0)) / (2 * apart))
    const centred = rights.every(({ row, column }, i) => {
      const left = lefts[i] ?? { row: Number.NaN, column: Number.NaN }
      return Math.abs(column + left.column) < SLACK && Math.abs(row + left.row) < SLACK
    })
    const changes = factors.map((factor) => factor - 1)
    diagnose('augment-one-draw-for-all', centred && areAlike(changes))
    await expect({ centred, factors: fills(changes, zoom, 0.04) }).toMatchValue({
      centred: true,
      factors: true,
    })
  })

  test('edges', async () => {
    const white = tf.ones<tf.Rank.R4>([12, 9, 11, 3])
    const options = { flip: true, shift: 0.2, rotation: 30, zoom: 0.2 }
    const moved = await augmented(white, { ...options, seed: anySeed() })
    const darkest = moved.min().dataSync()[0] ?? Number.NaN
    diagnose('augment-dark-margin', darkest < 0.5)
    await expect(moved).toMatchTensor(white)
    // Slopes tell which place of the old picture each pixel shows.
    const [height, width] = [15, 21]
    const across = tf.linspace(0, width - 1, width).as4D(1, 1, width, 1)
    const slopes = across.div<tf.Tensor4D>(width - 1).tile<tf.Tensor4D>([12, height, 1, 1])
    const shifted = await augmented(slopes, { shift: 0.25, seed: anySeed() })
    const rows = shifted
      .squeeze<tf.Tensor3D>([3])
      .mul<tf.Tensor3D>(width - 1)
      .arraySync()
    const [row, column] = [(height - 1) / 2, (width - 1) / 2]
    const shifts = rows.map((picture) => column - (picture[row]?.[column] ?? Number.NaN))
    const repeated = rows.every((picture, i) =>
      (picture[row] ?? []).every((seen, x) => {
        const want = Math.min(width - 1, Math.max(0, x - (shifts[i] ?? Number.NaN)))
        return Math.abs(seen - want) < SLACK
      }),
    )
    await expect({ repeated, moved: shifts.some((shift) => Math.abs(shift) > 1) }).toMatchValue({
      repeated: true,
      moved: true,
    })
  })

  test('labels-stay', async () => {
    const count = random.integer(12, 18)
    const images = levelled(count)
    const labels = random.integers(count, 0, 1)
    const options = { flip: true, shift: 0.2, rotation: 30, zoom: 0.2, seed: anySeed() }
    const answer = await submission.augment({ images, labels }, options)
    await expect(answer.images.shape).toMatchValue(images.shape)
    const order = orderOf(answer.images)
    const mixed = order.some((row, i) => row !== i)
    const all = [...order].toSorted((one, other) => one - other).every((row, i) => row === i)
    diagnose('augment-shuffles-pictures', mixed && all)
    await expect(order).toMatchValue(labels.map((_, i) => i))
    await expect(answer.labels).toMatchValue(labels)
    await expect(Number(distance(answer.images, images) > 0.01)).toMatchValue(1)
  })

  test('seed', async () => {
    const images = random.uniform<tf.Rank.R4>([12, 9, 9, 1])
    const seed = anySeed()
    const options = { flip: true, shift: 0.1, rotation: 20, zoom: 0.1 }
    const [once, other, again] = [
      await augmented(images, { ...options, seed }),
      await augmented(images, { ...options, seed: seed + 1 }),
      await augmented(images, { ...options, seed }),
    ]
    const [range] = [once.min().greaterEqual(0).logicalAnd(once.max().lessEqual(1)).dataSync()]
    const found = { equalSeeds: distance(once, again), range: range[0] }
    const differs = distance(once, other) > 0.01
    diagnose('augment-ignores-seed', found.equalSeeds > 0.01 || !differs)
    await expect(found).toMatchValue({ equalSeeds: 0, range: 1 })
    await expect(Number(differs)).toMatchValue(1)
  })

  test('leaves-inputs', async () => {
    const batch: Labelled = {
      images: levelled(5),
      labels: random.integers(5, 0, 1),
    }
    const options = { flip: true, shift: 0.2, seed: anySeed() }
    const held = await hold(batch)
    const [first, second] = await twice(
      'augment-mutates-input',
      async () => (await submission.augment(held, options)).images,
      async () => (await submission.augment(batch, options)).images,
    )
    await expect(second).toMatchTensor(first)
    await expect(first.shape).toMatchValue(batch.images.shape)
    await expect(orderOf(first)).toMatchValue(batch.labels.map((_, i) => i))
    await expect(Number(distance(first, batch.images) > 0.01)).toMatchValue(1)
  })
})

/** The moved pictures, once they have the shape of those that were given. */
async function augmented(images: tf.Tensor4D, options: Options): Promise<tf.Tensor4D> {
  const labels = Array.from({ length: images.shape[0] }, (_, i) => i % 2)
  const answer = await submission.augment({ images, labels }, options)
  await expect(answer.images.shape).toMatchValue(images.shape)
  return answer.images
}

/** Pictures [count, 8, 8, 3] of noise, each with one brightness of red, which no movement changes. */
function levelled(count: number): tf.Tensor4D {
  const levels = Array.from({ length: count }, (_, i) => (i + 1) / (count + 1))
  const red = tf.tensor4d(levels, [count, 1, 1, 1]).tile<tf.Tensor4D>([1, 8, 8, 1])
  return tf.concat([red, random.uniform<tf.Rank.R4>([count, 8, 8, 2])], 3)
}

/** Which of such pictures each one is. */
function orderOf(pictures: tf.Tensor4D): number[] {
  const [count] = pictures.shape
  const seen = pictures.slice([0, 4, 4, 0], [count, 1, 1, 1]).dataSync()
  return Array.from(seen, (value) => Math.round(value * (count + 1)) - 1)
}

/** For each picture whether it is the other one. */
function isAs(pictures: tf.Tensor4D, others: tf.Tensor4D): boolean[] {
  const off = pictures.sub(others).abs().max([1, 2, 3])
  return Array.from(off.dataSync(), (most) => most < 1e-3)
}

function distance(one: tf.Tensor, other: tf.Tensor): number {
  return one.sub(other).abs().max().dataSync()[0] ?? Number.NaN
}
