import type { RawCourse, RawCourseLab, RawExtension } from '../model/course.schema.ts'
import type { Course, CourseLab, Extension, Grant } from '../model/course.ts'
import { localTime } from './local-time.ts'

/** Where neither course.yaml nor roster.csv says another. */
export const DEFAULT_REPOSITORY = '{lab}-{login}'

/** A course.yaml that has no issues, with every default filled in. */
export function toCourse(raw: RawCourse): Course {
  return {
    title: raw.title,
    organization: raw.organization,
    language: raw.language,
    timeZone: raw['time-zone'],
    repository: raw.repository ?? DEFAULT_REPOSITORY,
    runsOn: raw['runs-on'] ?? ['ubuntu-latest'],
    labs: Object.entries(raw.labs).map(([id, lab]) => toLab(id, lab, raw)),
    extensions: (raw.extensions ?? []).map(toExtension),
  }
}

function toLab(id: string, lab: RawCourseLab, course: RawCourse): CourseLab {
  const late = lab.late ?? course.late
  return {
    id,
    opens: lab.opens === undefined ? null : checked(lab.opens),
    due: checked(lab.due),
    graceMinutes: lab['grace-minutes'] ?? course['grace-minutes'] ?? 0,
    counts: lab.counts ?? course.counts ?? 'last-on-time',
    late: late === undefined ? null : { percentPerDay: late['percent-per-day'], days: late.days },
  }
}

function toExtension(raw: RawExtension): Extension {
  const { student = null, team = null, lab = null } = raw
  return { student, team, lab, grant: toGrant(raw) }
}

function toGrant({ until, hours, percent }: RawExtension): Grant {
  if (until !== undefined) return { kind: 'until', at: checked(until) }
  if (hours !== undefined) return { kind: 'hours', hours }
  if (percent !== undefined) return { kind: 'percent', percent }
  throw new Error('an extension gives no time, which a rule has reported')
}

/** A rule has reported every time that does not exist, and a course with issues is never made. */
function checked(text: string): string {
  const time = localTime(text)
  if (time === null) throw new Error(`"${text}" is no time`)
  return time
}
