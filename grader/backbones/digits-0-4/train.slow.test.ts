import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trainBackbone } from './train.ts'

test('the script makes the files of the backbone again, byte by byte', {
  timeout: 600_000,
}, async () => {
  for (const [name, content] of Object.entries(await trainBackbone())) {
    const committed = readFileSync(new URL(name, import.meta.url))
    expect(committed.equals(content), name).toBe(true)
  }
})
