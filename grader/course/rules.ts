import type { Issue } from '../model/issue.ts'
import { issueAt } from '../reading/source.ts'
import { didYouMean, list } from '../reading/suggest.ts'
import { asRecord, describeValue } from '../reading/words.ts'
import type { Path, YamlFile } from '../reading/yaml-file.ts'
import { instead, isTimeZone, localTime } from './local-time.ts'
import type { Known } from './read-roster.ts'

/** What the rules look at: a course.yaml that may break its schema too, and what it speaks of. */
export interface CourseFiles {
  readonly yaml: YamlFile
  /** Folders of labs/. */
  readonly labIds: readonly string[]
  /** Of the roster; null when it cannot be read. */
  readonly known: Known | null
}

type Rule = (files: CourseFiles) => Issue[]

const labsOf = ({ yaml }: CourseFiles) => Object.entries(asRecord(asRecord(yaml.data)['labs']))

function extensionsOf({ yaml }: CourseFiles): readonly Readonly<Record<string, unknown>>[] {
  const extensions = asRecord(yaml.data)['extensions']
  return Array.isArray(extensions) ? extensions.map(asRecord) : []
}

function atValue({ yaml }: CourseFiles, path: Path, what: string, next: string): Issue {
  return issueAt(yaml.source, yaml.valueAt(path), what, next)
}

const ZONE_ADVICE = 'Write area and city, such as Europe/Madrid, or UTC.'

const timeZoneExists: Rule = (files) => {
  const zone = asRecord(files.yaml.data)['time-zone']
  if (typeof zone !== 'string' || zone.trim() === '' || isTimeZone(zone)) return []
  const next = didYouMean(zone, Intl.supportedValuesOf('timeZone'), ZONE_ADVICE)
  return [
    atValue(files, ['time-zone'], `"time-zone" is "${zone}", which is no time zone here.`, next),
  ]
}

/** Every time of the file with its place; null for what is no text, which the schema reports. */
function timesOf(files: CourseFiles): { readonly path: Path; readonly text: string }[] {
  const ofLabs = labsOf(files).flatMap(([id, lab]) =>
    ['opens', 'due'].map((key) => ({ path: ['labs', id, key], value: asRecord(lab)[key] })),
  )
  const ofExtensions = extensionsOf(files).map(({ until }, index) => ({
    path: ['extensions', String(index), 'until'],
    value: until,
  }))
  return [...ofLabs, ...ofExtensions].flatMap(({ path, value }) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?$/.test(value)
      ? [{ path, text: value }]
      : [],
  )
}

const timesExist: Rule = (files) => {
  const zone = asRecord(files.yaml.data)['time-zone']
  return timesOf(files).flatMap(({ path, text }): Issue[] => {
    const time = localTime(text)
    if (time === null) {
      const what = `${describeValue(text)} is no day and time of the calendar.`
      return [atValue(files, path, what, 'Write a day and time such as 2026-10-05 23:59.')]
    }
    const later = typeof zone === 'string' && isTimeZone(zone) ? instead(time, zone) : null
    if (later === null) return []
    const what = `"${text}" does not exist in ${zone}: clocks go forward over it.`
    return [atValue(files, path, what, `Write ${later}, which comes at that moment.`)]
  })
}

const labsExist: Rule = (files) =>
  labsOf(files)
    .filter(([id]) => !files.labIds.includes(id))
    .map(([id]) => {
      const all = `There are ${list(files.labIds, 'and')}.`
      const next = files.labIds.length === 0 ? 'Make one with: gradus new ID' : all
      const { source, keyAt } = files.yaml
      const what = `has no lab "${id}" in labs/.`
      return issueAt(source, keyAt(['labs', id]), what, didYouMean(id, files.labIds, next))
    })

const labsOpenBeforeTheyAreDue: Rule = (files) =>
  labsOf(files).flatMap(([id, lab]) => {
    const { opens, due } = asRecord(lab)
    if (typeof opens !== 'string' || typeof due !== 'string') return []
    const [from, to] = [localTime(opens), localTime(due)]
    if (from === null || to === null || from < to) return []
    const what = `lab "${id}" opens when it is already due.`
    return [atValue(files, ['labs', id, 'opens'], what, 'Write an earlier opening.')]
  })

/** Points lost where nothing is said to be lost would be a surprise on either side. */
const penaltiesAreSaid: Rule = (files) => {
  const course = asRecord(files.yaml.data)
  return labsOf(files).flatMap(([id, lab]) => {
    const own = asRecord(lab)
    const counts = own['counts'] ?? course['counts']
    const late = own['late'] ?? course['late']
    const at = own['counts'] === undefined ? ['counts'] : ['labs', id, 'counts']
    if (counts === 'last-with-penalty' && late === undefined) {
      const next = 'Add late: { percent-per-day: 10, days: 5 }, or let the last on time count.'
      return [atValue(files, at, `lab "${id}" has a penalty but no "late" says which.`, next)]
    }
    const isUnused = (counts ?? 'last-on-time') === 'last-on-time' && own['late'] !== undefined
    if (!isUnused) return []
    const what = `lab "${id}" says what is lost when late, but only what is on time counts.`
    const next = 'Add counts: last-with-penalty (or best), or remove "late".'
    return [atValue(files, ['labs', id, 'late'], what, next)]
  })
}

const GRANTS = ['until', 'hours', 'percent']

const extensionsAreWhole: Rule = (files) =>
  extensionsOf(files).flatMap((extension, index): Issue[] => {
    const path = ['extensions', String(index)]
    const it = `extension ${index + 1}`
    const having = (keys: readonly string[]) => keys.filter((key) => extension[key] !== undefined)
    const who = having(['student', 'team'])
    const grants = having(GRANTS)
    const issues: Issue[] = []
    if (who.length !== 1) {
      const what = `${it} is for ${who.length === 0 ? 'nobody' : 'a student and a team'}.`
      issues.push(atValue(files, path, what, 'Write either student: ... or team: ...'))
    }
    if (grants.length !== 1) {
      const what = `${it} gives ${grants.length === 0 ? 'no time' : list(grants, 'and')}.`
      issues.push(atValue(files, path, what, `Write one of ${list(GRANTS)}.`))
    }
    return issues
  })

const extensionsNameWhatIsThere: Rule = (files) => {
  const known = {
    student: files.known?.ids ?? null,
    team: files.known?.teams ?? null,
    lab: labsOf(files).map(([id]) => id),
  }
  return extensionsOf(files).flatMap((extension, index) =>
    (['student', 'team', 'lab'] as const).flatMap((key) => {
      const name = extension[key]
      const names = known[key]
      if (typeof name !== 'string' || name.trim() === '') return []
      if (names === null || names.includes(name)) return []
      const place = key === 'lab' ? 'this course' : 'roster.csv'
      const next = `Write a ${key === 'student' ? 'student id' : key} of ${place}.`
      const what = `extension ${index + 1} names the ${key} "${name}", which ${place} does not have.`
      const path = ['extensions', String(index), key]
      return [atValue(files, path, what, didYouMean(name, names, next))]
    }),
  )
}

const extensionsGiveTime: Rule = (files) => {
  const labs = new Map(labsOf(files).map(([id, lab]) => [id, asRecord(lab)]))
  return extensionsOf(files).flatMap(({ lab, until, percent }, index) => {
    const concerned = [...labs].filter(([id]) => lab === undefined || lab === id)
    const path = ['extensions', String(index)]
    return concerned.flatMap(([id, { opens, due }]): Issue[] => {
      if (percent !== undefined && opens === undefined) {
        const what = `extension ${index + 1} is a part of the time for "${id}", which has no opening.`
        return [atValue(files, [...path, 'percent'], what, `Add opens: ... to lab "${id}".`)]
      }
      if (lab === undefined || typeof until !== 'string' || typeof due !== 'string') return []
      const [end, nominal] = [localTime(until), localTime(due)]
      if (end === null || nominal === null || end > nominal) return []
      const what = `extension ${index + 1} ends no later than lab "${id}" is due, ${due}.`
      return [atValue(files, [...path, 'until'], what, 'Write a later time, or remove it.')]
    })
  })
}

export const RULES: readonly Rule[] = [
  timeZoneExists,
  timesExist,
  labsExist,
  labsOpenBeforeTheyAreDue,
  penaltiesAreSaid,
  extensionsAreWhole,
  extensionsNameWhatIsThere,
  extensionsGiveTime,
]
