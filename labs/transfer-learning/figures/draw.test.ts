import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from './draw.ts'

/** Trained, not drawn: learn.slow.test.ts makes it again. */
const LEARNED = 'few-examples.svg'

test('the figures on disk are the ones that the script draws', async () => {
  const drawn = await figures()
  const onDisk = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.svg'))
  expect(onDisk.toSorted()).toEqual([...Object.keys(drawn), LEARNED].toSorted())
  for (const [name, text] of Object.entries(drawn)) {
    expect(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'), `run draw.ts for ${name}`).toBe(
      text,
    )
  }
})
