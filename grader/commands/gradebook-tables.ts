import type { CourseLab } from '../model/course.ts'
import type { ClassMark } from './pulls/marks-of-class.ts'

export const GRADEBOOK_FORMATS = ['csv', 'canvas', 'moodle'] as const
export type GradebookFormat = (typeof GRADEBOOK_FORMATS)[number]

/** A lab with the name of its column and what can be had in it. */
export interface GradedLab {
  readonly lab: CourseLab
  readonly title: string
  readonly points: number
}

type Cell = string | number
type Row = readonly Cell[]

/** Marks of a class as a table; `\r\n` ends a line, as RFC 4180 has it. */
export function gradebookTable(
  format: GradebookFormat,
  labs: readonly GradedLab[],
  marks: readonly ClassMark[],
): string {
  const rows = { csv: ours, canvas, moodle }[format](labs, marks)
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

/** A line for each student and lab, with what made the mark what it is. */
function ours(labs: readonly GradedLab[], marks: readonly ClassMark[]): Row[] {
  const head = ['id', 'login', 'name', 'section', 'team', 'lab', 'state', 'mark', 'points', 'of']
  const how = ['days late', 'percent off', 'inputs', 'commit', 'pushed', 'pull request']
  const rows = marks.map((mark): Row => {
    const { student, lab, counted } = mark
    const { id, login, name, section, team } = student
    const of = labs.find((each) => each.lab === lab)?.points ?? 0
    const who = [id, login, name, section ?? '', team ?? '', lab.id, stateOf(mark)]
    if (counted === null) return [...who, '', '', of, '', '', '', '', '', '']
    const { entry, lateness, worth, pull } = counted
    const days = lateness.kind === 'late' || lateness.kind === 'too-late' ? lateness.days : 0
    const percent = lateness.kind === 'late' ? lateness.percent : 0
    const { commit, split, pushed, allPoints, allMaxPoints } = entry
    const points = [rounded(worth), rounded(allPoints), allMaxPoints, days, percent]
    return [...who, ...points, split, commit, pushed?.at ?? '', pull]
  })
  return [[...head, ...how], ...rows]
}

function stateOf({ due, counted }: ClassMark): string {
  if (due.kind === 'excused') return 'excused'
  if (counted === null) return 'nothing graded'
  return counted.lateness.kind
}

/** As Canvas exports and imports its gradebook: the id of the roster is the SIS id. */
function canvas(labs: readonly GradedLab[], marks: readonly ClassMark[]): Row[] {
  const head = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']
  return [
    [...head, ...labs.map(({ title }) => title)],
    ['    Points Possible', '', '', '', '', ...labs.map(({ points }) => points)],
    ...byStudent(marks).map(([{ student }, of]): Row => {
      const { name, id, login, section } = student
      return [name, '', id, login, section ?? '', ...labs.map(({ lab }) => given(of, lab, 'EX'))]
    }),
  ]
}

/** For Moodle's import of grades, mapped by the identification number. */
function moodle(labs: readonly GradedLab[], marks: readonly ClassMark[]): Row[] {
  return [
    ['ID number', ...labs.map(({ title }) => title)],
    ...byStudent(marks).map(
      ([{ student }, of]): Row => [student.id, ...labs.map(({ lab }) => given(of, lab, ''))],
    ),
  ]
}

type OfOne = readonly [first: ClassMark, all: readonly ClassMark[]]

function byStudent(marks: readonly ClassMark[]): OfOne[] {
  return [...Map.groupBy(marks, ({ student }) => student).values()].flatMap((all): OfOne[] => {
    const [first] = all
    return first === undefined ? [] : [[first, all]]
  })
}

/** Empty where nothing was graded: a gradebook takes 0 for a mark. */
function given(marks: readonly ClassMark[], lab: CourseLab, excused: string): Cell {
  const mark = marks.find((each) => each.lab === lab)
  if (mark === undefined) return ''
  if (mark.due.kind === 'excused') return excused
  return mark.counted === null ? '' : rounded(mark.counted.worth)
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100
}

/** A spreadsheet takes a text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
