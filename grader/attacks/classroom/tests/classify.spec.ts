import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { classify } from '../src/classify.ts'

describe('classify', () => {
  test('example', () => {
    const points = [
      [0.2, 0.3],
      [0.9, 0.8],
      [0.6, 0.1],
    ]
    expect(classify(points)).toEqual([0, 1, 0])
  })

  test('held-out', () => {
    const { points, labels } = JSON.parse(
      readFileSync(new URL('./held-out.json', import.meta.url), 'utf8'),
    )
    const predictions = classify(points)
    const hits = predictions.filter((label, i) => label === labels[i]).length
    expect(hits / labels.length).toBeGreaterThan(0.9)
  })
})
