import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../model/dataset.ts'
import { draw, type LabelledImages, type Part } from './dataset.ts'
import { seedsFrom } from './seeds-of-run.ts'
import { sfc32 } from './sfc32.ts'

const scratch = mkdtempSync(join(tmpdir(), 'gradus-draw-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const COUNT = 60
const CLASSES = 3
const RUN = seedsFrom('0123456789abcdef0123456789abcdef')

/** Images of random bytes, whose labels take turns. */
function images(name: string, channels: number): Dataset {
  const [height, width] = [9, 8]
  const uniform = sfc32(createHash('sha256').update(name).digest('hex').slice(0, 32))
  const pixels = Array.from({ length: COUNT * height * width * channels }, () => 256 * uniform())
  const labels = Array.from({ length: COUNT }, (_, i) => i % CLASSES)
  const bytes = Uint8Array.from([...pixels, ...labels])
  const file = join(scratch, name)
  writeFileSync(file, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, sha256, file, count: COUNT, height, width, channels, classes: CLASSES }
}

const GREY = images('grey', 1)
const COLOUR = images('colour', 3)
const SECRET = { ...GREY, secret: images('secret', 1) }

function drawn(
  dataset: Dataset,
  part: Part,
  { side = null, shufflePixels = false }: { side?: number | null; shufflePixels?: boolean } = {},
): LabelledImages {
  const source = { uniform: sfc32(RUN.random), runSeeds: RUN }
  return draw({ ...source, settings: { dataset, lab: { shufflePixels } } }, part, SELECTION, side)
}

const SELECTION = { perClass: 3, classes: [2, 0] }

function digest({ images, labels, oneHot }: LabelledImages): string {
  const hash = createHash('sha256').update(String(labels))
  for (const tensor of [images, oneHot]) hash.update(tensor.shape.join()).update(tensor.dataSync())
  return hash.digest('hex').slice(0, 12)
}

describe('draw', () => {
  // Whoever changes one of these removes all of labs/*/calibration and measures it again: `gradus calibrate`.
  test('gives the bits that the calibrations were measured on', () => {
    const all = [GREY, COLOUR, SECRET].flatMap((set) =>
      (['training', 'final', 'feedback'] as const).flatMap((part) => [
        digest(drawn(set, part)),
        digest(drawn(set, part, { side: 5, shufflePixels: true })),
      ]),
    )
    expect(all).toEqual([
      '3debaa75716a',
      '5e18b816bd86',
      '1ad2f1f68ef6',
      '5a51754398ad',
      '8dcdecbf8a75',
      '903095218c4e',
      '4f901fc14d0f',
      '983d827dd5dc',
      'd340e79c53d9',
      '739632671b72',
      '00d2b4aabd4f',
      'ba51b018e285',
      '3debaa75716a',
      '5e18b816bd86',
      'fc68220f7f24',
      '9db197c55a40',
      'fe506fff3957',
      '5576bd088f14',
    ])
  })

  test('gives each class its share, mixed, and labels that name it', () => {
    const { labels, oneHot } = drawn(GREY, 'training')
    expect(labels.toSorted()).toEqual([0, 0, 0, 2, 2, 2])
    expect(oneHot.argMax(1).arraySync()).toEqual(labels)
  })

  test('finds training images in the data, and no held-out one', () => {
    const bytes = readFileSync(GREY.file)
    const known = new Set(
      Array.from({ length: COUNT }, (_, i) => String([...bytes.subarray(72 * i, 72 * (i + 1))])),
    )
    const isKnown = (part: Part) =>
      drawn(GREY, part)
        .images.arraySync()
        .map((image) => known.has(String(image.map((x) => Math.round(255 * x)))))
    expect(isKnown('training')).toEqual(Array(6).fill(true))
    expect(isKnown('final')).toEqual(Array(6).fill(false))
  })
})
