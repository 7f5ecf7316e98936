import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBuiltIn } from './built-in.ts'

test('drawn cats and dogs come with Gradus, and are drawn once', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'gradus-drawn-'))
  onTestFinished(() => rmSync(cache, { recursive: true }))
  const pets = await openBuiltIn('drawn-pets', cache, null)
  expect(pets).toMatchObject({ count: 4000, height: 64, width: 64, channels: 3, classes: 2 })
  const labels = readFileSync(pets?.file ?? '').subarray(-4000)
  expect(labels.filter((label) => label === 1)).toHaveLength(2000)
  const started = performance.now()
  expect(await openBuiltIn('drawn-pets', cache, null)).toEqual(pets)
  expect(performance.now() - started).toBeLessThan(1000)
}, 120_000)

test('held-out cats and dogs depend on the secret, and are none of the others', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'gradus-unseen-'))
  onTestFinished(() => rmSync(cache, { recursive: true }))
  const hashes = async (secret: string) => {
    const { sha256, secret: unseen } = (await openBuiltIn('drawn-pets', cache, secret)) ?? {}
    if (unseen === undefined) throw new Error('there are held-out examples')
    expect(unseen).toMatchObject({ count: 2000, height: 64, width: 64, channels: 3, classes: 2 })
    // other users of the machine may be students
    expect(statSync(unseen.file).mode & 0o077).toBe(0)
    return [sha256, unseen.sha256]
  }
  const [[all, one], [same, other]] = [await hashes('one'), await hashes('other')]
  expect(same).toBe(all)
  expect(new Set([all, one, other]).size).toBe(3)
  expect(await hashes('one')).toEqual([all, one])
}, 120_000)
