import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from './draw.ts'

test('the figures on disk are the ones that the script draws', () => {
  const drawn = figures()
  const onDisk = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.svg'))
  expect(onDisk.toSorted()).toEqual(Object.keys(drawn).toSorted())
  for (const name of onDisk) {
    expect(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'), `run draw.ts for ${name}`).toBe(
      drawn[name],
    )
  }
})
