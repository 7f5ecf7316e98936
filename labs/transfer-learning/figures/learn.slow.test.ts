import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fewExamples } from './learn.ts'

test('the curves on disk are what the script learns', { timeout: 600_000 }, async () => {
  const onDisk = readFileSync(`${import.meta.dirname}/few-examples.svg`, 'utf8')
  expect(await fewExamples(), 'run learn.ts').toBe(onDisk)
})
