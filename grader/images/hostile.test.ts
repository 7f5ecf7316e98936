import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hostileFiles } from './hostile-files.ts'
import { loadImages } from './load.ts'
import { scratchFolder } from './testing.ts'

const SIZE = { height: 8, width: 8 }

test('of 100 hostile and broken files none crashes; each is decoded, or reported by name', async () => {
  const folder = await scratchFolder()
  const cases = await hostileFiles()
  expect(cases.length).toBeGreaterThanOrEqual(100)
  const files = []
  for (const { name, bytes } of cases) {
    const file = join(folder, name)
    await writeFile(file, bytes)
    files.push({ file, label: 0 })
  }
  const loaded = await loadImages(files, SIZE)
  const refused = new Map(loaded.skipped.map(({ file, problem }) => [file, problem]))
  const outcomes = cases.map(({ name }) => [name, refused.get(join(folder, name)) ?? 'decoded'])
  expect(outcomes).toEqual(cases.map(({ name, outcome }) => [name, outcome]))
  expect(loaded.files.length + loaded.skipped.length).toBe(cases.length)
  for (const { why } of loaded.skipped) expect(why).toMatch(/^[^\n]{10,200}$/)
})
