import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CourseLab, Due } from '../../model/course.ts'
import { countingCommit } from './counting.ts'

const due: Due = {
  kind: 'due',
  at: '2026-10-05T21:59:00Z',
  local: '2026-10-05T23:59:00+02:00[Europe/Madrid]',
  until: '2026-10-05T21:59:00Z',
  extension: null,
}
const lab: CourseLab = {
  id: 'convolutions',
  opens: null,
  due: '2026-10-05T23:59:00',
  graceMinutes: 0,
  counts: 'last-on-time',
  late: null,
}
const lenient: CourseLab = {
  ...lab,
  counts: 'last-with-penalty',
  late: { percentPerDay: 10, days: 2 },
}
const id = (digit: string) => digit.repeat(40)
const [good, bad, worse] = [id('a'), id('b'), id('c')]
const onTime = '2026-10-05T20:00:00Z'
const fiveMinutesLate = '2026-10-05T22:04:00Z'
const weekLate = '2026-10-12T22:00:00Z'
const now = new Date('2026-10-13T00:00:00Z')
const asked = { openedAt: '2026-10-01T08:00:00Z', seen: [], due, lab, now }
const pushed = (after: string, at: string, before = id('0')) => ({ after, at, before })

describe('the commit that counts', () => {
  test('is the head, when it was pushed in time', () => {
    const pushes = [pushed(good, onTime)]
    expect(countingCommit({ ...asked, head: good, pushes })).toEqual({
      commit: good,
      pushed: { at: onTime, from: 'activity' },
      lateness: { kind: 'on-time' },
    })
  })

  test('is the good one of in time, replaced by force five minutes after the deadline', () => {
    const pushes = [pushed(bad, fiveMinutesLate, good), pushed(good, onTime)]
    expect(countingCommit({ ...asked, head: bad, pushes })).toMatchObject({
      commit: good,
      lateness: { kind: 'on-time' },
    })
  })

  test('is the late one where late ones count, with what it costs', () => {
    const pushes = [pushed(bad, fiveMinutesLate), pushed(good, onTime)]
    expect(countingCommit({ ...asked, lab: lenient, head: bad, pushes })).toMatchObject({
      commit: bad,
      lateness: { kind: 'late', days: 1, percent: 10 },
    })
  })

  test('is the last that is accepted at all, when the head came after the last day', () => {
    const pushes = [pushed(worse, weekLate), pushed(bad, fiveMinutesLate), pushed(good, onTime)]
    expect(countingCommit({ ...asked, lab: lenient, head: worse, pushes }).commit).toBe(bad)
  })

  test('is the head for want of another, and then does not count', () => {
    const pushes = [pushed(bad, weekLate)]
    expect(countingCommit({ ...asked, head: bad, pushes })).toMatchObject({
      commit: bad,
      lateness: { kind: 'too-late' },
    })
  })

  test('is known from what was seen before, where GitHub lists no pushes', () => {
    const seen = [{ sha: good, at: onTime, from: 'first-seen' as const }]
    expect(countingCommit({ ...asked, head: bad, pushes: null, seen })).toMatchObject({
      commit: good,
      pushed: { from: 'first-seen' },
    })
  })

  test('was pushed when its pull request was opened, if it is the first', () => {
    expect(countingCommit({ ...asked, head: good, pushes: null }).pushed).toEqual({
      at: asked.openedAt,
      from: 'opened',
    })
  })

  test('is not late when nobody knows when it was pushed', () => {
    const counting = countingCommit({ ...asked, head: good, pushes: null, openedAt: '' })
    expect(counting).toEqual({ commit: good, pushed: null, lateness: { kind: 'unknown' } })
  })

  test('is never one that came after the end, if any came before it', () => {
    const times = fc.array(fc.integer({ min: -72, max: 72 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(times, (hours) => {
        const pushes = hours
          .map((hour, index) => {
            const at = new Date(Date.parse(due.until) + hour * 3_600_000).toISOString()
            return pushed(index.toString(16).padStart(40, '0').replace(/^0/, 'f'), at)
          })
          .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
        const head = pushes[0]?.after ?? ''
        const { commit } = countingCommit({ ...asked, head, pushes })
        const inTime = pushes.filter(({ at }) => Date.parse(at) <= Date.parse(due.until))
        expect(commit).toBe(inTime[0]?.after ?? head)
      }),
    )
  })
})
