import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openFolder } from './open-folder.ts'
import { scratchFolder } from './testing.ts'

const picture = (red: number) =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .png()
    .toBuffer()

test('a folder is read once, what was left out is told every time', async () => {
  const files = { 'cats/1.png': await picture(1), 'dogs/1.png': await picture(2), 'dogs/2': 'x' }
  const [folder, place] = [scratchFolder(files), scratchFolder()]
  const first = await openFolder('pets', folder, place)
  expect(first.dataset).toMatchObject({ name: 'pets', count: 2, classes: 2 })
  expect(first.skipped).toMatchObject([{ file: join(folder, 'dogs/2'), problem: 'format' }])
  // were it read again, there would be a file of images again
  expect(await openFolder('pets', folder, place)).toEqual(first)
})

test('a file that is added, changed or removed is seen', async () => {
  const files = { 'cats/1.png': await picture(1), 'dogs/1.png': await picture(2) }
  const [folder, place] = [scratchFolder(files), scratchFolder()]
  const hashes = new Set<string>()
  const open = async () => {
    const { dataset } = await openFolder('pets', folder, place)
    hashes.add(dataset.sha256)
    return dataset.count
  }
  expect(await open()).toBe(2)
  writeFileSync(join(folder, 'dogs/2.png'), await picture(3))
  expect(await open()).toBe(3)
  writeFileSync(join(folder, 'dogs/2.png'), await picture(200))
  expect(await open()).toBe(3)
  rmSync(join(folder, 'dogs/2.png'))
  expect(await open()).toBe(2)
  expect(hashes.size).toBe(3)
})

test('images that are gone from the cache are read again', async () => {
  const files = { 'cats/1.png': await picture(1), 'dogs/1.png': await picture(2) }
  const [folder, place] = [scratchFolder(files), scratchFolder()]
  const { dataset } = await openFolder('pets', folder, place)
  rmSync(dataset.file)
  expect((await openFolder('pets', folder, place)).dataset).toEqual(dataset)
  rmSync(dataset.file)
  rmSync(folder, { recursive: true })
  await expect(openFolder('pets', folder, place)).rejects.toThrow()
})
