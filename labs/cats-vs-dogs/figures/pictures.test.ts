import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictures } from './pictures.ts'

/** Trained, not drawn: learn.slow.test.ts makes them again. */
const LEARNED = ['comparison.svg', 'curves.svg', 'evaluation.svg', 'feature-maps.webp']

test('the pictures on disk are the ones that the script makes', async () => {
  const made = await pictures()
  const onDisk = readdirSync(import.meta.dirname).filter((name) => /\.(?:svg|webp)$/.test(name))
  expect(onDisk.toSorted()).toEqual([...Object.keys(made), ...LEARNED].toSorted())
  for (const [name, bytes] of Object.entries(made)) {
    const stored = await sharp(readFileSync(`${import.meta.dirname}/${name}`))
      .raw()
      .toBuffer()
    const drawn = await sharp(bytes).raw().toBuffer()
    expect(stored.equals(drawn), `run pictures.ts for ${name}`).toBe(true)
  }
}, 30_000)
