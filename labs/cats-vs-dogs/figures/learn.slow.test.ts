import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from './learn.ts'

test('the figures on disk are what the script learns, to the last bit', async () => {
  for (const [name, bytes] of Object.entries(await figures())) {
    const onDisk = readFileSync(`${import.meta.dirname}/${name}`)
    expect(onDisk.equals(bytes), `run learn.ts for ${name}`).toBe(true)
  }
}, 300_000)
