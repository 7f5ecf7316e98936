import { Temporal } from 'temporal-polyfill'
import type { CourseLab, Due } from '../model/course.ts'

export type Lateness =
  | { readonly kind: 'on-time' }
  /** Accepted; loses `percent` of its points for `days` days that have begun. */
  | { readonly kind: 'late'; readonly days: number; readonly percent: number }
  /** Not accepted: after the last day, or late where nothing late counts. */
  | { readonly kind: 'too-late'; readonly days: number }

/**
 * How late a push was. Days are those of the calendar: each ends at the time of day at which the lab was
 * due, also when clocks change in between.
 * @param pushedAt instant, such as `2026-10-05T21:59:00Z`
 */
export function lateness(
  due: Pick<Extract<Due, { kind: 'due' }>, 'local' | 'until'>,
  { late, counts }: Pick<CourseLab, 'late' | 'counts'>,
  pushedAt: string,
): Lateness {
  const pushed = Temporal.Instant.from(pushedAt)
  if (Temporal.Instant.compare(pushed, Temporal.Instant.from(due.until)) <= 0) {
    return { kind: 'on-time' }
  }
  const days = daysBegun(Temporal.ZonedDateTime.from(due.local), pushed)
  if (late === null || counts === 'last-on-time' || days > late.days) {
    return { kind: 'too-late', days }
  }
  return { kind: 'late', days, percent: Math.min(100, days * late.percentPerDay) }
}

function daysBegun(due: Temporal.ZonedDateTime, pushed: Temporal.Instant): number {
  const local = pushed.toZonedDateTimeISO(due.timeZoneId)
  const whole = due.until(local, { largestUnit: 'days' }).days
  const isOver = Temporal.ZonedDateTime.compare(due.add({ days: whole }), local) < 0
  return isOver ? whole + 1 : whole
}
