import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GradedCommit } from '../../model/pulls.ts'
import { latenessOf, leftOf, type Rules, standing, unsettled } from './standing.ts'

const due = {
  at: '2026-10-05T21:59:00Z',
  local: '2026-10-05T23:59:00+02:00[Europe/Madrid]',
  until: '2026-10-05T22:09:00Z',
  extended: false,
}
const best: Rules = { counts: 'best', late: { percentPerDay: 10, days: 3 }, due }
const end = Date.parse(due.until)
const HOUR = 3_600_000

function graded(digit: string, allPoints: number, hours: number, more: Partial<GradedCommit> = {}) {
  const commit = digit.repeat(40)
  const at = new Date(end + hours * HOUR).toISOString()
  const pushed = { at, from: 'activity' } as const
  const shown = { points: allPoints, maxPoints: 100, allMaxPoints: 100 }
  const plain = { head: commit, commit, split: 'feedback', pushed, allPoints, ...shown } as const
  return { ...plain, ...more }
}

const commitOf = (list: readonly GradedCommit[], rules: Rules) =>
  standing(list, rules)?.entry.commit[0]

describe('the commit that is marked', () => {
  test('is, with best, the one worth most after its penalty', () => {
    const list = [graded('a', 80, -9), graded('b', 85, 5), graded('c', 60, -1)]
    expect(commitOf(list, best)).toBe('a')
    expect(standing(list, best)?.worth).toBe(80)
    expect(commitOf([...list, graded('d', 95, 5)], best)).toBe('d')
    expect(standing([...list, graded('d', 95, 5)], best)?.worth).toBe(85.5)
  })

  test('is, of equals, the latest', () => {
    expect(commitOf([graded('a', 80, -9), graded('b', 80, -8)], best)).toBe('b')
  })

  test('is otherwise the one graded last: the plan picks it', () => {
    const rules = { ...best, counts: 'last-with-penalty' } as const
    expect(commitOf([graded('a', 80, -9), graded('b', 10, -8)], rules)).toBe('b')
    expect(standing([], rules)).toBeNull()
  })

  test('is not one that came after the last day, if there is any other', () => {
    expect(commitOf([graded('a', 1, -9), graded('b', 100, 24 * 9)], best)).toBe('a')
    expect(standing([graded('b', 100, 24 * 9)], best)?.worth).toBe(0)
  })

  test('is worth what its final mark says, whatever the feedback said', () => {
    const final = graded('a', 70, -9, { split: 'final' })
    const list = [graded('a', 90, -9), graded('b', 80, -8), final]
    expect(commitOf(list, best)).toBe('b')
    // a grading for feedback after it, of the same commit, is no news
    expect(commitOf([final, graded('b', 60, -8), graded('a', 99, -9)], best)).toBe('a')
  })
})

describe('what is left to grade for the final mark', () => {
  test('is the best commit, until it has a final mark', () => {
    const list = [graded('a', 90, -9), graded('b', 80, -8, { split: 'final' })]
    expect(unsettled(list, best)?.commit[0]).toBe('a')
    expect(unsettled([...list, graded('a', 85, -9, { split: 'final' })], best)).toBeNull()
    expect(unsettled([...list, graded('a', 70, -9, { split: 'final' })], best)).toBeNull()
  })

  test('is nothing where the last one counts', () => {
    const list = [graded('a', 90, -9), graded('b', 80, -8, { split: 'final' })]
    expect(unsettled(list, { ...best, counts: 'last-on-time' })).toBeNull()
  })

  test('comes to an end, whatever was graded: one commit after the other has its final mark', () => {
    const entry = fc.tuple(fc.nat(9), fc.nat(100), fc.integer({ min: -50, max: 100 }))
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.array(fc.nat(100)), (entries, finals) => {
        const list = entries.map(([id, points, hours]) => graded(String(id), points, hours))
        const commits = new Set(list.map(({ commit }) => commit)).size
        let rounds = 0
        for (let next = unsettled(list, best); next !== null; next = unsettled(list, best)) {
          const allPoints = finals[rounds] ?? 0
          list.push({ ...next, split: 'final', allPoints })
          rounds += 1
          expect(rounds).toBeLessThanOrEqual(commits)
        }
        const first = standing(list, best)
        expect(first?.entry.split).toBe('final')
        const worths = list
          .filter(({ split }) => split === 'final')
          .map((each) => leftOf(each.allPoints, latenessOf(each.pushed, best)))
        expect(first?.worth).toBe(Math.max(...worths))
      }),
    )
  })
})

test('a push of which nobody knows the time is not late, and of who owes nothing none is', () => {
  expect(latenessOf(null, best)).toEqual({ kind: 'unknown' })
  expect(latenessOf(graded('a', 1, 1).pushed, { ...best, due: null })).toEqual({ kind: 'none' })
  expect(leftOf(40, { kind: 'unknown' })).toBe(40)
})
