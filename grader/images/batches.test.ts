import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ImageProgress, imageBatches } from './batches.ts'
import type { LabelledFile } from './folders.ts'
import { loadImages } from './load.ts'
import type { Skipped } from './problem.ts'
import { shuffled } from './shuffle.ts'
import { blocks, scratchFolder } from './testing.ts'

const SIZE = { height: 4, width: 4 }

/** File n is a grey of 10 n; those in `broken` are cut off. */
async function series(count: number, broken: readonly number[] = []): Promise<LabelledFile[]> {
  const folder = await scratchFolder()
  const files: LabelledFile[] = []
  for (let index = 0; index < count; index++) {
    const grey = 10 * index
    const bytes = await blocks([[[grey, grey, grey]]])
      .png()
      .toBuffer()
    const file = join(folder, `${index}.png`)
    await writeFile(file, broken.includes(index) ? bytes.subarray(0, 40) : bytes)
    files.push({ file, label: index % 2 })
  }
  return files
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

describe('imageBatches', () => {
  test('keeps the order, with pixels, labels and files beside each other', async () => {
    const files = await series(7)
    const batches = await collect(imageBatches(files, { ...SIZE, batchSize: 3 }))
    expect(batches.map(({ shape }) => shape)).toEqual([
      [3, 4, 4, 3],
      [3, 4, 4, 3],
      [1, 4, 4, 3],
    ])
    expect(batches.map(({ data }) => data.length)).toEqual([144, 144, 48])
    const greys = batches.flatMap(({ data }) => [...data].filter((_, index) => index % 48 === 0))
    expect(greys).toEqual([0, 10, 20, 30, 40, 50, 60])
    expect(batches.flatMap(({ labels }) => labels)).toEqual([0, 1, 0, 1, 0, 1, 0])
    expect(batches.flatMap((batch) => batch.files)).toEqual(files.map(({ file }) => file))
  })

  test('leaves out what is broken, tells of it by name, and fills its place', async () => {
    const files = await series(7, [1, 2, 5])
    const gone = { file: '/no/such/picture.jpg', label: 0 }
    const skipped: Skipped[] = []
    const steps: ImageProgress[] = []
    const batches = await collect(
      imageBatches([...files, gone], {
        ...SIZE,
        batchSize: 3,
        onSkip: (one) => skipped.push(one),
        onProgress: (progress) => steps.push(progress),
      }),
    )
    expect(batches.map(({ labels }) => labels)).toEqual([[0, 1, 0], [0]])
    expect(skipped).toMatchObject([
      { file: files[1]?.file, problem: 'damaged' },
      { file: files[2]?.file, problem: 'damaged' },
      { file: files[5]?.file, problem: 'damaged' },
      { file: gone.file, problem: 'unreadable', why: 'The file cannot be read (ENOENT).' },
    ])
    expect(steps).toHaveLength(8)
    expect(steps.at(-1)).toEqual({ done: 8, skipped: 4 })
  })

  test('a folder, a pipe and a device in place of a file are left out', async () => {
    const folder = await scratchFolder()
    await mkdir(join(folder, 'folder.jpg'))
    const { execFileSync } = await import('node:child_process')
    execFileSync('mkfifo', [join(folder, 'pipe.jpg')])
    const names = [join(folder, 'folder.jpg'), join(folder, 'pipe.jpg'), '/dev/zero']
    const { skipped, shape } = await loadImages(
      names.map((file) => ({ file, label: 0 })),
      SIZE,
    )
    expect(shape).toEqual([0, 4, 4, 3])
    expect(skipped.map(({ file, problem }) => ({ file, problem }))).toEqual(
      names.map((file) => ({ file, problem: 'unreadable' })),
    )
  })

  test('the next batch is decoded while the caller is busy with this one', async () => {
    const batches = imageBatches(await series(8), { ...SIZE, batchSize: 4 })
    await batches.next()
    await setTimeout(500)
    const ready = batches.next().then(() => 'ready')
    expect(await Promise.race([ready, setImmediate('late')])).toBe('ready')
    await batches.return()
  })

  test('no more is read ahead than was asked for', async () => {
    const files = await series(20)
    let taken = 0
    function* counted() {
      for (const file of files) {
        taken += 1
        yield file
      }
    }
    for (const prefetch of [0, 1, 2]) {
      taken = 0
      const batches = imageBatches(counted(), { ...SIZE, batchSize: 3, prefetch })
      for (let batch = 1; batch <= 3; batch++) {
        await batches.next()
        expect(taken).toBe(3 * (batch + prefetch))
      }
      await batches.return()
    }
  })

  test('options that make no sense are refused', async () => {
    await expect(imageBatches([], { ...SIZE, batchSize: 0 }).next()).rejects.toThrow(
      'batchSize must be a whole number of at least 1, not 0.',
    )
    const prefetch = -1
    await expect(imageBatches([], { ...SIZE, batchSize: 1, prefetch }).next()).rejects.toThrow(
      RangeError,
    )
  })

  test('a fault that is not of the file is thrown where batches are taken', async () => {
    const options = { ...SIZE, batchSize: 1, maxPixels: -1 }
    const batches = imageBatches(await series(2), options)
    await expect(batches.next()).rejects.toThrow('limitInputPixels')
  })
})

test('loadImages gives all pictures in one piece', async () => {
  const files = await series(5, [2])
  const { shape, data, labels, skipped } = await loadImages(files, SIZE)
  expect(shape).toEqual([4, 4, 4, 3])
  expect([...data].filter((_, index) => index % 48 === 0)).toEqual([0, 10, 30, 40])
  expect(labels).toEqual([0, 1, 1, 0])
  expect(skipped).toHaveLength(1)
})

test('shuffled keeps every item and reaches every order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat())),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999 })),
      (items, numbers) => {
        const order = shuffled(items, () => numbers.next().value ?? 0)
        expect(order.toSorted()).toEqual(items.toSorted())
      },
    ),
  )
  const orders = new Map<string, number>()
  let state = 1
  const uniform = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  for (let round = 0; round < 6000; round++) {
    const order = shuffled(['a', 'b', 'c'], uniform).join('')
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  expect(orders.size).toBe(6)
  // six orders, 1,000 each but for chance (standard deviation 29)
  for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})
