import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { InputError } from '../model/issue.ts'
import type { Check, Lab } from '../model/lab.ts'
import { readIdxFolder } from './idx.ts'
import { openDataset } from './index.ts'

const scratch = mkdtempSync(join(tmpdir(), 'gradus-data-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const text = { en: '', es: '' }
const threshold = {
  measure: 'accuracy',
  marks: { none: 0.5, full: 0.9 },
  marksOn: Object.fromEntries(
    ['mnist', 'drawn-pets', 'cats-vs-dogs', 'cifar-10'].map((name) => [
      name,
      { none: 0.4, full: 0.8 },
    ]),
  ),
  seeds: 5,
  rule: 'median',
  reason: 'a test',
} as const
const check: Check = {
  ...{ id: 'learns', visibility: 'hidden', points: 100, tolerance: null, threshold },
  ...{ hint: null, release: 'now', seconds: null },
}
const lab: Lab = {
  ...{ id: 'tiny', version: 1, hash: '', title: text, prefer: [] },
  backbones: {},
  shufflePixels: false,
  phrases: [],
  packages: [],
  data: ['digits', 'mnist', 'fashion-mnist', 'drawn-pets', 'cats-vs-dogs', 'cifar-10'],
  limits: {
    ...{ bootSeconds: 1, callSeconds: 1, totalSeconds: 1, memoryMB: 1 },
    ...{ replyMB: 1, calls: 1, startsPerTask: 1 },
  },
  tasks: [
    {
      ...{ id: 'train', title: text, points: 100, file: 'train.ts', exports: ['train'] },
      checks: [check],
      misconceptions: [],
    },
  ],
}

const open = (asked?: string, folder: string | undefined = scratch) =>
  openDataset(lab, { asked, folder, cache: scratch, secret: null })

describe('data sets', () => {
  test('the digits of the package are 10,000 real images of ten classes, packed once', async () => {
    const digits = await open()
    expect(digits).toMatchObject({ name: 'digits', count: 10_000, height: 28, classes: 10 })
    expect(await open()).toEqual(digits)
    const bytes = readFileSync(digits?.file ?? '')
    expect(bytes.length).toBe(10_000 * 28 * 28 + 10_000)
    // Ink is bright on dark: a digit has far more dark than bright.
    const share = bytes.subarray(0, 784).filter((byte) => byte > 128).length / 784
    expect(share).toBeGreaterThan(0.05)
    expect(share).toBeLessThan(0.4)
  })

  test('a pair of IDX files, packed or not, is read by name of the folder', async () => {
    const folder = join(scratch, 'mnist')
    writePair(folder, { images: 3, labels: [2, 0, 1] })
    const set = await open('mnist')
    expect(set).toMatchObject({ name: 'mnist', count: 3, height: 2, width: 2, classes: 3 })
    expect([...readFileSync(set?.file ?? '').subarray(-3)]).toEqual([2, 0, 1])
  })

  test.runIf(process.env['GRADUS_DATA'])('the real MNIST files are read', async () => {
    expect(await open('mnist', process.env['GRADUS_DATA'])).toMatchObject({
      count: 10_000,
      classes: 10,
    })
  })

  test.runIf(process.env['GRADUS_DATA'])('real photographs and CIFAR-10 are read', async () => {
    const folder = process.env['GRADUS_DATA']
    const photographs = await open('cats-vs-dogs', folder)
    expect(photographs).toMatchObject({ count: 2000, height: 64, channels: 3, classes: 2 })
    expect(await open('cifar-10', folder)).toMatchObject({ count: 4000, height: 32, classes: 10 })
  })

  test.each([
    ['cifar', scratch, 'cannot be graded on the data set "cifar"'],
    ['fashion-mnist', scratch, 'no marks on the data set "fashion-mnist": train/learns'],
    ['mnist', '', 'GRADUS_DATA is not set'],
    ['mnist', join(scratch, 'nowhere'), 'there is no folder "mnist"'],
  ])('%s in "%s" is refused with what to do', async (asked, folder, what) => {
    await expect(open(asked, folder)).rejects.toThrow(InputError)
    await expect(open(asked, folder)).rejects.toThrow(what)
  })

  test.each([
    ['too few pixels', { images: 3, labels: [0, 1, 2], cut: 1 }, 'but holds 11'],
    ['another number of labels', { images: 3, labels: [0, 1] }, 'has 2 labels for the 3 images'],
    ['another format', { images: 3, labels: [0, 1, 2], magic: 0x0d }, 'is no IDX file'],
    ['a torn archive', { images: 3, labels: [0, 1, 2], torn: true }, 'cannot be unpacked'],
  ])('%s: the damaged file is named', (name, content, what) => {
    const folder = join(scratch, name)
    writePair(folder, content)
    expect(() => readIdxFolder(folder)).toThrow(InputError)
    expect(() => readIdxFolder(folder)).toThrow(what)
    expect(() => readIdxFolder(folder)).toThrow('-idx')
  })

  test('a folder without IDX files says how they are called', () => {
    const folder = join(scratch, 'empty')
    mkdirSync(folder)
    expect(() => readIdxFolder(folder)).toThrow('train-images-idx3-ubyte.gz')
  })
})

interface Pair {
  readonly images: number
  readonly labels: readonly number[]
  readonly cut?: number
  readonly magic?: number
  readonly torn?: boolean
}

/** Images of 2 x 2 pixels. */
function writePair(folder: string, { images, labels, cut = 0, magic = 8, torn }: Pair): void {
  mkdirSync(folder, { recursive: true })
  const header = Buffer.from([0, 0, magic, 3, 0, 0, 0, images, 0, 0, 0, 2, 0, 0, 0, 2])
  const packed = gzipSync(Buffer.concat([header, Buffer.alloc(images * 4 - cut, 7)]))
  writeFileSync(
    join(folder, 't10k-images-idx3-ubyte.gz'),
    torn === true ? packed.subarray(0, 12) : packed,
  )
  const labelHeader = Buffer.from([0, 0, 8, 1, 0, 0, 0, labels.length])
  writeFileSync(
    join(folder, 't10k-labels-idx1-ubyte'),
    Buffer.concat([labelHeader, Buffer.from(labels)]),
  )
}
