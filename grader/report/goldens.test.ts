import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GOLDENS, goldenFile, renderGolden } from './goldens.ts'

describe('the golden renders', () => {
  test.each(Object.keys(GOLDENS))('are what the templates make today: %s', (name) => {
    expect(readFileSync(goldenFile(name), 'utf8')).toBe(renderGolden(name))
  })

  test('are all there is in their folder', () => {
    expect(readdirSync(goldenFile('.'))).toEqual(Object.keys(GOLDENS).toSorted())
  })
})
