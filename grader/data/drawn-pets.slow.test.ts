import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBuiltIn } from './built-in.ts'

test('drawn cats and dogs come with Gradus, and are drawn once', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'gradus-drawn-'))
  onTestFinished(() => rmSync(cache, { recursive: true }))
  const pets = await openBuiltIn('drawn-pets', cache)
  expect(pets).toMatchObject({ count: 4000, height: 64, width: 64, channels: 3, classes: 2 })
  const labels = readFileSync(pets?.file ?? '').subarray(-4000)
  expect(labels.filter((label) => label === 1)).toHaveLength(2000)
  const started = performance.now()
  expect(await openBuiltIn('drawn-pets', cache)).toEqual(pets)
  expect(performance.now() - started).toBeLessThan(1000)
}, 120_000)
