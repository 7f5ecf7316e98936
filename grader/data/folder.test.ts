import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Skipped } from '../images/problem.ts'
import { readDataFolder } from './folder.ts'

function folderWith(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

const grey = (value: number) =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: { r: value, g: 0, b: 0 } } })
    .png()
    .toBuffer()

describe('pictures', () => {
  test('a folder for each class is read at 64 x 64, broken files left out and told', async () => {
    const folder = folderWith({
      'cats/1.png': await grey(10),
      'cats/2.png': Buffer.from('no picture'),
      'dogs/1.png': await grey(200),
      'dogs/Thumbs.db': Buffer.from('of a file manager'),
    })
    const skipped: Skipped[] = []
    const { pixels, labels, ...sizes } = await readDataFolder(folder, {
      onSkip: (one) => skipped.push(one),
    })
    expect(sizes).toEqual({ height: 64, width: 64, channels: 3 })
    expect([...labels]).toEqual([0, 1])
    expect([pixels[0], pixels[64 * 64 * 3], pixels.length]).toEqual([10, 200, 2 * 64 * 64 * 3])
    expect(skipped.map(({ file }) => file)).toEqual([
      join(folder, 'cats/2.png'),
      join(folder, 'dogs/Thumbs.db'),
    ])
  })

  test('the parts train, validation and test are taken together', async () => {
    const folder = folderWith({
      'train/cats/1.png': await grey(1),
      'train/dogs/1.png': await grey(2),
      'test/cats/1.png': await grey(3),
      'test/dogs/1.png': await grey(4),
      'README.md': Buffer.from('what this is'),
    })
    expect([...(await readDataFolder(folder)).labels].toSorted()).toEqual([0, 0, 1, 1])
  })

  test('parts with other classes, and classes without pictures, are refused', async () => {
    const picture = await grey(1)
    const parts = folderWith({
      'train/cats/1.png': picture,
      'train/dogs/1.png': picture,
      'test/cats/1.png': picture,
      'test/cows/1.png': picture,
    })
    await expect(readDataFolder(parts)).rejects.toThrow('has the classes')
    const empty = folderWith({ 'cats/1.png': picture, 'dogs/1.png': Buffer.alloc(0) })
    await expect(readDataFolder(empty)).rejects.toThrow('has no picture of the class "dogs"')
  })
})

describe('CIFAR-10', () => {
  /** A picture whose red, green and blue at pixel p are p, p + 1 and p + 2. */
  const record = (label: number) =>
    Uint8Array.from([
      label,
      ...[0, 1, 2].flatMap((channel) => Array.from({ length: 1024 }, (_, p) => p + channel)),
    ])

  test('batches are read by name, planes become pixels', async () => {
    const folder = folderWith({
      'data_batch_1.bin': Buffer.concat([record(3), record(9)]),
      'test_batch.bin': record(0),
      'batches.meta.txt': Buffer.from('airplane\n'),
    })
    const { pixels, labels, ...sizes } = await readDataFolder(folder)
    expect(sizes).toEqual({ height: 32, width: 32, channels: 3 })
    expect([...labels]).toEqual([3, 9, 0])
    expect([...pixels.subarray(3072, 3081)]).toEqual([0, 1, 2, 1, 2, 3, 2, 3, 4])
  })

  test('a file that is cut off, and a label of no class, are named', async () => {
    const cut = folderWith({ 'data_batch_1.bin': record(3).subarray(0, 3000) })
    await expect(readDataFolder(cut)).rejects.toThrow(
      /data_batch_1\.bin holds 3000 bytes, which is no whole number of pictures/,
    )
    const label = folderWith({ 'data_batch_2.bin': Buffer.concat([record(1), record(10)]) })
    await expect(readDataFolder(label)).rejects.toThrow('has the label 10 at byte 3073')
  })

  test.runIf(process.env['GRADUS_DATA'])('the real batches are read (GRADUS_DATA)', async () => {
    const folder = join(process.env['GRADUS_DATA'] ?? '', 'cifar-10-batches-bin')
    const { labels, pixels } = await readDataFolder(folder)
    expect(new Set(labels).size).toBe(10)
    expect(pixels).toHaveLength(labels.length * 3072)
  })
})
