import type { Status, Student } from '../model/course.ts'
import type { Issue } from '../model/issue.ts'
import { issueAt, type Source } from '../reading/source.ts'
import { didYouMean, list } from '../reading/suggest.ts'
import { readText } from '../reading/text-file.ts'
import { type Cell, readCsv } from './csv-file.ts'
import { localDate } from './local-time.ts'
import { withSecrets } from './secrets.ts'

const REQUIRED = ['id', 'login', 'name'] as const
const OPTIONAL = ['section', 'team', 'status', 'since', 'repository'] as const
const COLUMNS = [...REQUIRED, ...OPTIONAL]
type Column = (typeof COLUMNS)[number]
const STATUSES: readonly Status[] = ['active', 'joined', 'dropped']

const ADVICE = {
  missing: 'Start one with: gradus course --new',
  large: 'A roster holds a line for each student.',
}

export interface RosterReading {
  readonly students: readonly Student[]
  /** What can be named, from lines with issues too; null when the file cannot be read. */
  readonly known: Known | null
  readonly issues: readonly Issue[]
}

export interface Known {
  readonly ids: readonly string[]
  readonly teams: readonly string[]
}

/**
 * Reads `roster.csv`. There may be both students and issues, so that the rest can still be checked.
 * @param repository name of a repository where the roster says none
 */
export async function readRoster(path: string, repository: string): Promise<RosterReading> {
  const { source, issues } = await readText(path, ADVICE)
  if (source === null) return { students: [], known: null, issues }
  const { rows, issues: syntax } = readCsv(source)
  if (rows === null) return { students: [], known: null, issues: withSecrets(source, syntax) }
  const [header, ...lines] = rows
  if (header === undefined) {
    const next = `Write a first line "${REQUIRED.join(',')}" and a line for each student.`
    return { students: [], known: null, issues: [issueAt(source, 0, 'is empty.', next)] }
  }
  const columns = header.map(({ text }) => COLUMNS.find((name) => name === text.toLowerCase()))
  const wrong = headerIssues(source, header, columns)
  if (wrong.length > 0) return { students: [], known: null, issues: withSecrets(source, wrong) }
  const read = lines.map((cells) => readLine(source, columns, cells, repository))
  const students = read.flatMap(({ student }) => student ?? [])
  const found = [...read.flatMap((line) => line.issues), ...repeats(source, columns, lines)]
  const named = (column: Column) =>
    lines.flatMap((cells) => cells[columns.indexOf(column)]?.text || [])
  const known = { ids: named('id'), teams: [...new Set(named('team'))] }
  return { students, known, issues: withSecrets(source, found) }
}

type Columns = readonly (Column | undefined)[]

function headerIssues(source: Source, header: readonly Cell[], columns: Columns): Issue[] {
  const issues = header.flatMap(({ text, offset }, index) => {
    const name = columns[index]
    if (name === undefined) {
      const next = didYouMean(text, COLUMNS, `The columns are ${list(COLUMNS, 'and')}.`)
      return [issueAt(source, offset, `has an unknown column "${text}".`, next)]
    }
    if (columns.indexOf(name) === index) return []
    return [issueAt(source, offset, `has the column "${name}" twice.`, 'Keep one of the two.')]
  })
  const missing = REQUIRED.filter((name) => !columns.includes(name)).map((name) =>
    issueAt(source, 0, `has no column "${name}".`, 'Add it to the first line and to all others.'),
  )
  return [...missing, ...issues]
}

const LOGIN = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/
const REPOSITORY =
  /^(?:[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}\/)?(?:[A-Za-z0-9._-]|\{(?:lab|login|id|team)\})+$/

function readLine(
  source: Source,
  columns: Columns,
  cells: readonly Cell[],
  repository: string,
): { readonly student: Student | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const start = cells[0]?.offset ?? 0
  const refuse = (column: Column, what: string, next: string) => {
    const offset = cells[columns.indexOf(column)]?.offset ?? start
    issues.push(issueAt(source, offset, what, next))
  }
  const value = (column: Column) => cells[columns.indexOf(column)]?.text ?? ''
  if (cells.length !== columns.length) {
    const what = `has ${cells.length} fields where the first line has ${columns.length}.`
    const next = 'Add or remove a comma; a field with a comma in it needs quotes.'
    return { student: null, issues: [issueAt(source, start, what, next)] }
  }
  const status = STATUSES.find((one) => one === (value('status').toLowerCase() || 'active'))
  const since = value('since') === '' ? null : localDate(value('since'))
  for (const column of REQUIRED) {
    if (value(column) === '') refuse(column, `has no ${column}.`, 'Every student needs one.')
  }
  if (value('login') !== '' && !LOGIN.test(value('login'))) {
    const what = `"${value('login')}" cannot be a login of GitHub.`
    refuse('login', what, 'Write it as it stands after github.com/, without @.')
  }
  if (value('repository') !== '' && !REPOSITORY.test(value('repository'))) {
    const what = `"${value('repository')}" cannot be a repository.`
    refuse('repository', what, 'Write name or owner/name; {lab} stands for the lab.')
  }
  if (status === undefined) {
    const next = didYouMean(value('status'), STATUSES, `Write ${list(STATUSES)}.`)
    refuse('status', `"${value('status')}" is no status.`, next)
  } else if (status !== 'active' && value('since') === '') {
    refuse('status', `"${status}" has no day.`, 'Write it under "since", such as 2026-10-05.')
  }
  if (since === null && value('since') !== '') {
    refuse('since', `"${value('since')}" is no day.`, 'Write it as 2026-10-05.')
  }
  if (issues.length > 0 || status === undefined) return { student: null, issues }
  return {
    student: {
      id: value('id'),
      login: value('login'),
      name: value('name'),
      section: value('section') || null,
      team: value('team') || null,
      status,
      since,
      repository: value('repository') || repository,
    },
    issues,
  }
}

/** Two lines of one student would be graded twice. Logins are the same in any case. */
function repeats(source: Source, columns: Columns, lines: readonly (readonly Cell[])[]): Issue[] {
  return (['id', 'login'] as const).flatMap((column) => {
    const seen = new Set<string>()
    return lines.flatMap((cells) => {
      const cell = cells[columns.indexOf(column)]
      if (cell === undefined || cell.text === '') return []
      const key = column === 'login' ? cell.text.toLowerCase() : cell.text
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      const what = `repeats the ${column} "${cell.text}".`
      return [issueAt(source, cell.offset, what, 'Keep one line for each student.')]
    })
  })
}
