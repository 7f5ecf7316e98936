import { Temporal } from 'temporal-polyfill'
import type { Course, CourseLab, Due, Extension, Student } from '../model/course.ts'
import type { Split } from '../model/outcome.ts'

/**
 * When a lab is due for one student. Of several extensions the one that gives most time decides; they
 * do not add up. `hours` and `percent` are elapsed time, so that a change of clocks neither gives nor
 * takes an hour. A time that occurs twice when clocks go back is the later one; one that is skipped
 * when they go forward counts as if they had not.
 */
export function dueOf(course: Course, lab: CourseLab, student: Student): Due {
  const nominal = zoned(lab.due, course.timeZone)
  const granted = course.extensions
    .filter((extension) => isFor(extension, student, lab))
    .map((extension) => ({ extension, at: extended(extension, lab, course.timeZone) }))
  const { at, extension } = granted.reduce<Candidate>(later, { at: nominal, extension: null })
  const excuse = excuseOf(student, at)
  if (excuse !== null) return { kind: 'excused', why: excuse }
  return {
    kind: 'due',
    at: at.toInstant().toString(),
    local: at.toString(),
    until: at.toInstant().add({ minutes: lab.graceMinutes }).toString(),
    extension,
  }
}

/**
 * Which held-out examples and seeds judge at this moment: those of the final mark once this student's time,
 * with its minutes of grace, is over.
 */
export function splitAt(due: Due, now: Date): Split {
  if (due.kind === 'excused') return 'feedback'
  const isOver = Temporal.Instant.compare(instantOf(now), Temporal.Instant.from(due.until)) > 0
  return isOver ? 'final' : 'feedback'
}

function instantOf(now: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
}

interface Candidate {
  readonly at: Temporal.ZonedDateTime
  readonly extension: Extension | null
}

function later(a: Candidate, b: Candidate): Candidate {
  return Temporal.ZonedDateTime.compare(b.at, a.at) > 0 ? b : a
}

/** A time as it is written, in favour of the student where clocks make it ambiguous. */
export function zoned(time: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(time).toZonedDateTime(timeZone, { disambiguation: 'later' })
}

function isFor({ student, team, lab }: Extension, who: Student, { id }: CourseLab): boolean {
  const isTheirs = student === who.id || (team !== null && team === who.team)
  return isTheirs && (lab === null || lab === id)
}

function extended(
  { grant }: Extension,
  { opens, due }: CourseLab,
  timeZone: string,
): Temporal.ZonedDateTime {
  const nominal = zoned(due, timeZone)
  switch (grant.kind) {
    case 'until':
      return zoned(grant.at, timeZone)
    case 'hours':
      return plusMilliseconds(nominal, grant.hours * 3_600_000)
    case 'percent': {
      // a lab without an opening has no time to take a part of; the reader refuses that
      const start = opens === null ? nominal : zoned(opens, timeZone)
      const span = nominal.epochMilliseconds - start.epochMilliseconds
      const minutes = Math.ceil((span * grant.percent) / 100 / 60_000)
      return plusMilliseconds(nominal, minutes * 60_000)
    }
  }
}

function plusMilliseconds(at: Temporal.ZonedDateTime, milliseconds: number) {
  return at.add({ milliseconds: Math.round(milliseconds) })
}

/** Who joined after the day on which a lab is due, or had dropped out by then, owes nothing. */
function excuseOf({ status, since }: Student, due: Temporal.ZonedDateTime) {
  if (since === null || status === 'active') return null
  const order = Temporal.PlainDate.compare(Temporal.PlainDate.from(since), due.toPlainDate())
  if (status === 'joined') return order > 0 ? 'joined-later' : null
  return order <= 0 ? 'dropped' : null
}
