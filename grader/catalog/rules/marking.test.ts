import { describe, expect, test } from 'vitest'
import { readLab } from '../read-lab.ts'
import { change, copyCourse, issuesOf } from '../testing.ts'

const TOLERANCE = 'max-error: 1e-6, reason'

async function issuesAfter(from: string, to: string): Promise<string[]> {
  const root = await copyCourse()
  await change(root, 'labs/tiny/lab.yaml', (text) => text.replace(from, to))
  return issuesOf(root, readLab(root, 'tiny'))
}

describe('how a check is marked', () => {
  test('a relative tolerance is read', async () => {
    expect(await issuesAfter(TOLERANCE, 'max-relative-error: 1e-6, reason')).toEqual([])
  })

  test('a tolerance has two bounds, or none', async () => {
    expect(await issuesAfter(TOLERANCE, 'max-error: 1, max-relative-error: 1, reason')).toEqual([
      'labs/tiny/lab.yaml:13:9 the tolerance of check "random-numbers" of task "double" has two bounds. Write one of max-error or max-relative-error.',
    ])
    expect(await issuesAfter(TOLERANCE, 'reason')).toEqual([
      'labs/tiny/lab.yaml:13:9 the tolerance of check "random-numbers" of task "double" has no bound. Write one of max-error or max-relative-error.',
    ])
  })

  test('a reason is blank', async () => {
    expect(await issuesAfter('reason: solution 0.97', 'reason: " " #')).toEqual([
      'labs/tiny/lab.yaml:32:17 "reason" of check "accuracy" of task "train-line" is an empty text. Write a sentence.',
    ])
  })

  test('a check has a tolerance and a threshold', async () => {
    const both = 'measure: accuracy\n        tolerance: { max-error: 1, reason: a }'
    expect(await issuesAfter('measure: accuracy', both)).toEqual([
      'labs/tiny/lab.yaml:29:9 check "accuracy" of task "train-line" has a tolerance and a threshold. Keep one of the two.',
    ])
  })

  test('a check has a reason for nothing', async () => {
    expect(await issuesAfter('{ points: 20 }', '{ points: 20, reason: because }')).toEqual([
      'labs/tiny/lab.yaml:10:33 check "fixed-case" of task "double" has a reason but no threshold. Move the reason into the tolerance, or remove it.',
    ])
  })

  test('a number of seeds is not whole', async () => {
    expect(await issuesAfter('seeds: 3', 'seeds: 2.5')).toEqual([
      'labs/tiny/lab.yaml:30:16 "seeds" of check "accuracy" of task "train-line" is 2.5, not a whole number. Write a whole number, such as 10.',
    ])
  })
})
