import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCourse } from '../course/index.ts'
import { COURSE } from '../course/testing.ts'
import type { GradedCommit, PullHistory } from '../model/pulls.ts'
import { type GradebookFormat, gradebookTable } from './gradebook-tables.ts'
import { marksOfClass } from './pulls/marks-of-class.ts'

const NOW = new Date('2026-10-30T12:00:00Z')
const ROSTER = `id,login,name,section,team,status,since,repository
s1,ana,Ana López,A,red,,,
s2,luis-p,"Pérez, Luis",A,red,,,
s3,mei,=SUM(A1),B,,,,
s4,late,Late,B,,joined,2026-12-01,
`

const folder = mkdtempSync(join(tmpdir(), 'gradus-gradebook-'))
writeFileSync(join(folder, 'course.yaml'), COURSE)
writeFileSync(join(folder, 'roster.csv'), ROSTER)
const { course, students } = await readCourse(folder, ['convolutions', 'custom-losses', 'siamese'])
rmSync(folder, { recursive: true })
const labs = course.labs
const titles = labs.map((lab) => ({ lab, title: `The lab ${lab.id}`, points: 100 }))

function graded(digit: string, allPoints: number, at: string, more: Partial<GradedCommit> = {}) {
  const commit = digit.repeat(40)
  const pushed = { at, from: 'activity' } as const
  const of = { maxPoints: 87, allMaxPoints: 100 }
  return {
    head: commit,
    commit,
    split: 'final',
    pushed,
    points: 1,
    allPoints,
    ...of,
    ...more,
  } as const
}

function history(
  student: string,
  lab: string,
  all: readonly GradedCommit[],
  number = 1,
): PullHistory {
  const login = students.find(({ id }) => id === student)?.login
  const repository = `school/${lab}-${login}`
  const key = { repository, number, lab, student }
  return { schema: 'gradus/pull-history/v1', ...key, seen: [], reported: null, graded: all }
}

function table(format: GradebookFormat, histories: readonly PullHistory[], now = NOW): string[][] {
  const marks = marksOfClass(course, students, labs, histories, now)
  return parse(gradebookTable(format, titles, marks), { record_delimiter: '\r\n' })
}

describe('the gradebook', () => {
  // s1 has an extension of a week for convolutions, and two days for everything of team red
  const late = graded('a', 80, '2026-10-13T10:00:00Z')
  const early = graded('b', 60, '2026-10-12T10:00:00Z')
  const best = [graded('c', 90, '2026-10-20T10:00:00Z'), graded('d', 50, '2026-10-21T10:00:00Z')]
  const histories = [
    history('s1', 'convolutions', [early, late]),
    history('s3', 'custom-losses', best),
  ]

  test('tells for each student and lab what counts and why', () => {
    const [head, ...rows] = table('csv', histories)
    expect(head).toHaveLength(16)
    expect(rows).toHaveLength(students.length * labs.length)
    const of = (id: string, lab: string) => rows.find((row) => row[0] === id && row[5] === lab)
    expect(of('s1', 'convolutions')).toEqual([
      ...[
        's1',
        'ana',
        'Ana López',
        'A',
        'red',
        'convolutions',
        'late',
        '72',
        '80',
        '100',
        '1',
        '10',
      ],
      ...['final', 'a'.repeat(40), '2026-10-13T10:00:00Z', 'school/convolutions-ana#1'],
    ])
    expect(of('s3', 'custom-losses')?.slice(6, 14)).toEqual(
      ['on-time', '90', '90', '100', '0', '0', 'final'].concat('c'.repeat(40)),
    )
    expect(of('s2', 'custom-losses')?.slice(6, 9)).toEqual(['nothing graded', '', ''])
    expect(of('s4', 'convolutions')?.[6]).toBe('excused')
  })

  test('is one that Canvas reads', () => {
    expect(table('canvas', histories)).toEqual([
      [
        'Student',
        'ID',
        'SIS User ID',
        'SIS Login ID',
        'Section',
        titles[0]?.title,
        titles[1]?.title,
      ],
      ['    Points Possible', '', '', '', '', '100', '100'],
      ['Ana López', '', 's1', 'ana', 'A', '72', ''],
      ['Pérez, Luis', '', 's2', 'luis-p', 'A', '', ''],
      ["'=SUM(A1)", '', 's3', 'mei', 'B', '', '90'],
      ['Late', '', 's4', 'late', 'B', 'EX', 'EX'],
    ])
  })

  test('is one that Moodle reads', () => {
    expect(table('moodle', histories).slice(0, 2)).toEqual([
      ['ID number', titles[0]?.title, titles[1]?.title],
      ['s1', '72', ''],
    ])
  })

  test('gives the work in a repository of a team to all of it, each with the own due time', () => {
    const team = { ...course, repository: '{lab}-{team}' }
    const all = students.map((one) => ({ ...one, repository: '{lab}-{team}' }))
    const shared = {
      ...history('s1', 'convolutions', [late]),
      repository: 'school/convolutions-red',
    }
    const marks = marksOfClass(team, all, labs, [shared], NOW)
    const worth = (id: string) =>
      marks.find((mark) => mark.student.id === id && mark.lab === labs[0])?.counted?.worth
    // two days more for the team, a week more for s1 alone
    expect([worth('s1'), worth('s2'), worth('s3')]).toEqual([72, 0, undefined])
  })

  test('takes, of two pull requests, the one pushed to last, or with best the better one', () => {
    const two = (lab: string, first: GradedCommit, second: GradedCommit) => [
      history('s3', lab, [first], 1),
      history('s3', lab, [second], 2),
    ]
    const [high, low] = [
      graded('a', 90, '2026-10-01T10:00:00Z'),
      graded('b', 40, '2026-10-02T10:00:00Z'),
    ]
    const counted = (lab: string) =>
      marksOfClass(course, students, labs, two(lab, high, low), NOW).find(
        ({ student, lab: { id } }) => student.id === 's3' && id === lab,
      )?.counted
    expect(counted('convolutions')).toMatchObject({ worth: 40, pull: 'school/convolutions-mei#2' })
    expect(counted('custom-losses')).toMatchObject({
      worth: 90,
      pull: 'school/custom-losses-mei#1',
    })
  })

  test('counts what still waits for its final mark', () => {
    const feedback = graded('a', 90, '2026-10-01T10:00:00Z', { split: 'feedback' })
    const waiting = (now: string) =>
      marksOfClass(
        course,
        students,
        labs,
        [history('s3', 'convolutions', [feedback])],
        new Date(now),
      )
        .filter((mark) => mark.isUnsettled)
        .map(({ student, lab }) => `${student.id} ${lab.id}`)
    expect(waiting('2026-10-01T12:00:00Z')).toEqual([])
    expect(waiting('2026-10-30T12:00:00Z')).toEqual(['s3 convolutions'])
  })

  test('holds every name as it is, whatever it is made of, but for formulas', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const named = students.map((one) => ({ ...one, name }))
        const marks = marksOfClass(course, named, labs, [], NOW)
        const rows: string[][] = parse(gradebookTable('canvas', titles, marks), {
          record_delimiter: '\r\n',
        })
        expect(rows).toHaveLength(2 + students.length)
        const shown = rows.at(-1)?.[0] ?? ''
        expect([name, `'${name}`]).toContain(shown)
        expect(shown).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
