import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Course, CourseLab, Due, Extension, Student } from '../model/course.ts'
import { dueOf, splitAt } from './due.ts'

const HOUR = 3_600_000

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
const moments = fc
  .date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2031-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => `${date.toISOString().slice(0, 16)}:00`)

/** Where clocks change, so that random dates alone would hardly meet it: transitions of a zone. */
const nearTransitions = zones.chain((timeZone) => {
  const start = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${timeZone}]`)
  const change = start.getTimeZoneTransition('next') ?? start
  return fc.tuple(fc.constant(timeZone), fc.integer({ min: -240, max: 240 })).map(
    ([zone, minutes]) =>
      [
        zone,
        change
          .add({ minutes })
          .toPlainDateTime()
          .add({ minutes: (minutes * 7) % 90 })
          .toString({ smallestUnit: 'second' }),
      ] as const,
  )
})
const places = fc.oneof(fc.tuple(zones, moments), nearTransitions)

const ana = student({ id: 's1', team: 'red' })

function student(fields: Partial<Student>): Student {
  return {
    id: 's1',
    login: 'ana',
    name: 'Ana',
    section: null,
    team: null,
    status: 'active',
    since: null,
    repository: '{lab}-ana',
    ...fields,
  }
}

function lab(fields: Partial<CourseLab>): CourseLab {
  const due = '2026-10-05T23:59:00'
  return {
    id: 'cnn',
    opens: null,
    due,
    graceMinutes: 0,
    counts: 'last-on-time',
    late: null,
    ...fields,
  }
}

function course(timeZone: string, extensions: readonly Extension[] = []): Course {
  const title = { en: 'Course', es: 'Curso' }
  const rest = { repository: '{lab}-{login}', runsOn: ['ubuntu-latest'], labs: [], extensions }
  return { title, organization: 'school', language: 'en', timeZone, ...rest }
}

function extension(fields: Partial<Extension>): Extension {
  const grant = { kind: 'hours', hours: 1 } as const
  return { student: null, team: null, lab: null, grant, ...fields }
}

function instant(due: Due): number {
  if (due.kind !== 'due') throw new Error(`It is ${due.kind}, not due.`)
  return Temporal.Instant.from(due.at).epochMilliseconds
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock on the wall shows, by a formatter that knows nothing of the code under test. */
function wallClock(at: number, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(timeZone, clock)
  return clock.format(at).replace(' ', 'T')
}

describe('the due time of a student', () => {
  test('is what the wall clock of the course shows, the last time it shows it', () => {
    fc.assert(
      fc.property(places, ([timeZone, due]) => {
        const at = instant(dueOf(course(timeZone), lab({ due }), ana))
        const showsIt = (time: number) => wallClock(time, timeZone) === due
        // clocks change by quarters of an hour, and by less than four hours
        const steps = Array.from({ length: 33 }, (_, index) => (index - 16) * 15 * 60_000)
        const times = steps.map((step) => at + step).filter(showsIt)
        if (times.length > 0) expect(times.at(-1)).toBe(at)
        else {
          // the clocks skip it
          expect(wallClock(at, timeZone) > due).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('moves by exactly the hours of an extension, also over a change of clocks', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 2000 }), ([timeZone, due], hours) => {
        const more = extension({ student: 's1', grant: { kind: 'hours', hours } })
        const before = instant(dueOf(course(timeZone), lab({ due }), ana))
        const after = instant(dueOf(course(timeZone, [more]), lab({ due }), ana))
        expect(after - before).toBe(hours * HOUR)
      }),
    )
  })

  test('moves by the percent of the time that there was, to the next minute', () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 300 }),
        ([timeZone, opens], days, percent) => {
          const due = Temporal.PlainDateTime.from(opens).add({ days }).toString()
          const more = extension({ team: 'red', grant: { kind: 'percent', percent } })
          const between =
            instant(dueOf(course(timeZone), lab({ due }), ana)) -
            instant(dueOf(course(timeZone), lab({ due: opens }), ana))
          const moved =
            instant(dueOf(course(timeZone, [more]), lab({ opens, due }), ana)) -
            instant(dueOf(course(timeZone), lab({ due }), ana))
          expect(moved).toBeGreaterThanOrEqual((between * percent) / 100 - 1e-3)
          expect(moved).toBeLessThan((between * percent) / 100 + 60_000)
        },
      ),
    )
  })

  const grants = fc.oneof(
    moments.map((at) => ({ kind: 'until', at }) as const),
    fc.integer({ min: 1, max: 500 }).map((hours) => ({ kind: 'hours', hours }) as const),
    fc.integer({ min: 1, max: 100 }).map((percent) => ({ kind: 'percent', percent }) as const),
  )
  const extensions = fc.array(
    fc.record({
      student: fc.constantFrom(null, 's1', 's2'),
      team: fc.constantFrom(null, 'red', 'blue'),
      lab: fc.constantFrom(null, 'cnn', 'gan'),
      grant: grants,
    }),
    { maxLength: 6 },
  )

  test('is never earlier for an extension, never later than the longest, whatever their order', () => {
    fc.assert(
      fc.property(places, extensions, ([timeZone, due], list) => {
        const one = lab({ opens: '2023-12-01T00:00:00', due })
        const dueWith = (some: readonly Extension[]) =>
          instant(dueOf(course(timeZone, some), one, ana))
        const all = dueWith(list)
        expect(dueWith([...list].reverse())).toBe(all)
        expect(all).toBe(Math.max(dueWith([]), ...list.map((single) => dueWith([single]))))
      }),
    )
  })

  test('does not change for extensions of others, or of other labs', () => {
    fc.assert(
      fc.property(places, grants, ([timeZone, due], grant) => {
        const others = [
          extension({ student: 's2', grant }),
          extension({ team: 'blue', grant }),
          extension({ student: 's1', team: null, lab: 'gan', grant }),
        ]
        const plain = dueOf(course(timeZone), lab({ due }), ana)
        expect(dueOf(course(timeZone, others), lab({ due }), ana)).toEqual(plain)
        const alone = student({ id: 's3' })
        const forTeams = [extension({ team: 'red', grant })]
        expect(dueOf(course(timeZone, forTeams), lab({ due }), alone)).toEqual(plain)
      }),
    )
  })

  test('names the extension that decided, and ends with the minutes of grace', () => {
    const short = extension({ student: 's1', grant: { kind: 'hours', hours: 2 } })
    const long = extension({ team: 'red', grant: { kind: 'until', at: '2026-10-25T02:30:00' } })
    const given = course('Europe/Madrid', [long, short])
    expect(dueOf(given, lab({ graceMinutes: 15 }), ana)).toEqual({
      kind: 'due',
      at: '2026-10-25T01:30:00Z',
      local: '2026-10-25T02:30:00+01:00[Europe/Madrid]',
      until: '2026-10-25T01:45:00Z',
      extension: long,
    })
  })

  test.each([
    ['joined', '2026-10-05', 'due'],
    ['joined', '2026-10-06', 'joined-later'],
    ['dropped', '2026-10-06', 'due'],
    ['dropped', '2026-10-05', 'dropped'],
  ] as const)('for who %s on %s, of a lab due on 2026-10-05: %s', (status, since, expected) => {
    const due = dueOf(course('America/New_York'), lab({}), student({ status, since }))
    expect(due.kind === 'excused' ? due.why : due.kind).toBe(expected)
  })
})

describe('the examples that judge', () => {
  const minutes = fc.integer({ min: 0, max: 10_000 })

  test('are those of the final mark from the end of the grace on, in every time zone', () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        ([timeZone, due], graceMinutes, hours, away) => {
          const more = extension({ student: 's1', grant: { kind: 'hours', hours } })
          const given = course(timeZone, hours === 0 ? [] : [more])
          const own = dueOf(given, lab({ due, graceMinutes }), ana)
          const plain = instant(dueOf(course(timeZone), lab({ due }), ana))
          const end = plain + hours * HOUR + graceMinutes * 60_000
          const split = splitAt(own, new Date(end + away))
          expect(split).toBe(away > 0 ? 'final' : 'feedback')
          expect(splitAt(own, new Date(end))).toBe('feedback')
          expect(splitAt(own, new Date(end + 1))).toBe('final')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('never go back to those for feedback', () => {
    fc.assert(
      fc.property(places, minutes, minutes, ([timeZone, due], early, later) => {
        const own = dueOf(course(timeZone), lab({ due, graceMinutes: 10 }), ana)
        const start = instant(own) - 5_000 * 60_000
        const [first, second] = [early, early + later].map((minute) =>
          splitAt(own, new Date(start + minute * 60_000)),
        )
        if (first === 'final') expect(second).toBe('final')
      }),
    )
  })

  test('stay those for feedback for whom nothing is due', () => {
    const excused = { kind: 'excused', why: 'joined-later' } as const
    expect(splitAt(excused, new Date('2099-01-01T00:00:00Z'))).toBe('feedback')
  })
})
