import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { learnedUnits } from './learn.ts'

test('the units on disk are what the script learns, to the last bit', async () => {
  const onDisk = readFileSync(`${import.meta.dirname}/units.svg`, 'utf8')
  expect(await learnedUnits(), 'run learn.ts').toBe(onDisk)
}, 300_000)
