import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { CourseLab, Due } from '../model/course.ts'
import { lateness } from './lateness.ts'

const policy: CourseLab = {
  id: 'cnn',
  opens: null,
  due: '2026-10-23T23:59:00',
  graceMinutes: 10,
  counts: 'last-with-penalty',
  late: { percentPerDay: 30, days: 5 },
}

function dueAt(local: Temporal.ZonedDateTime): Extract<Due, { kind: 'due' }> {
  const at = local.toInstant()
  return {
    kind: 'due',
    at: at.toString(),
    local: local.toString(),
    until: at.add({ minutes: 10 }).toString(),
    extension: null,
  }
}

/** The clocks of Madrid go back an hour in the night to the 25th. */
const madrid = dueAt(Temporal.ZonedDateTime.from('2026-10-23T23:59:00[Europe/Madrid]'))

describe('how late a push was', () => {
  test.each([
    ['2026-10-23T22:09:00Z', { kind: 'on-time' }],
    ['2026-10-23T22:09:01Z', { kind: 'late', days: 1, percent: 30 }],
    ['2026-10-24T21:59:00Z', { kind: 'late', days: 1, percent: 30 }],
    ['2026-10-25T22:59:00Z', { kind: 'late', days: 2, percent: 60 }],
    ['2026-10-25T22:59:01Z', { kind: 'late', days: 3, percent: 90 }],
    ['2026-10-27T00:00:00Z', { kind: 'late', days: 4, percent: 100 }],
    ['2026-10-28T22:59:01Z', { kind: 'too-late', days: 6 }],
  ])('%s', (pushedAt, expected) => {
    expect(lateness(madrid, policy, pushedAt)).toEqual(expected)
  })

  test('nothing late is accepted without a policy, or where the last on time counts', () => {
    const pushedAt = '2026-10-23T22:09:01Z'
    const refused = { kind: 'too-late', days: 1 }
    expect(lateness(madrid, { ...policy, late: null }, pushedAt)).toEqual(refused)
    expect(lateness(madrid, { ...policy, counts: 'last-on-time' }, pushedAt)).toEqual(refused)
  })

  test('a day ends when the wall clock shows the due time again, in every time zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const moments = fc.integer({ min: 0, max: 8 * 365 * 24 * 60 })
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 1, max: 40 }), (timeZone, minute, days) => {
        const start = Temporal.ZonedDateTime.from('2024-01-01T00:00:00Z[UTC]')
        const due = start.add({ minutes: minute }).withTimeZone(timeZone)
        const end = due.add({ days }).toInstant()
        const generous = { ...policy, late: { percentPerDay: 1, days: 60 } }
        const daysAt = (at: Temporal.Instant) => {
          const found = lateness(dueAt(due), generous, at.toString())
          return found.kind === 'on-time' ? 0 : found.days
        }
        expect(daysAt(end)).toBe(days)
        expect(daysAt(end.add({ milliseconds: 1 }))).toBe(days + 1)
      }),
    )
  })
})
