import type { Issue } from '../model/issue.ts'
import type { PlannedPull } from '../model/pulls.ts'
import type { PullContext, RefusedContext } from './pull-view.ts'

/** Pull requests of the example lab, one for each thing that a comment says of them. */

const commit = '3f9c2b7a1e5d4c8f90ab12cd34ef56ab78cd90ef'

const planned: PlannedPull = {
  repository: 'school/convolutions-ada',
  number: 12,
  lab: 'convolutions',
  student: 's1002',
  language: 'en',
  head: commit,
  isUnmarked: true,
  commit,
  source: `https://github.com/school/convolutions-ada#${commit}`,
  due: {
    at: '2026-11-23T22:59:00Z',
    local: '2026-11-23T23:59:00+01:00[Europe/Madrid]',
    until: '2026-11-23T22:59:00Z',
    extended: false,
  },
  counts: 'last-on-time',
  late: null,
  split: 'feedback',
  pushed: { at: '2026-11-20T17:04:00Z', from: 'activity' },
  lateness: { kind: 'on-time' },
}

/** The third push, with more points than the second. */
export const third: PullContext = {
  planned,
  points: 25,
  before: 15,
  attempt: 3,
  counted: { commit, lateness: { kind: 'on-time' }, points: 25, maxPoints: 87, left: 25 },
  headPoints: null,
  conflict: null,
}

const dayLate = { kind: 'late', days: 1, percent: 10 } as const
const late10 = { percentPerDay: 10, days: 3 }

/** A day late, with fewer points than before, and a conflict. */
export const late: PullContext = {
  ...third,
  planned: {
    ...planned,
    due: planned.due && { ...planned.due, extended: true },
    counts: 'last-with-penalty',
    late: late10,
    split: 'final',
    pushed: { at: '2026-11-24T10:00:00Z', from: 'first-seen' },
    lateness: dayLate,
  },
  before: 37,
  attempt: 4,
  counted: { commit, lateness: dayLate, points: 25, maxPoints: 87, left: 22.5 },
  conflict: 'main',
}

const newer = 'c0ffee5a1e5d4c8f90ab12cd34ef56ab78cd90ef'

/** Good work in time, replaced after the end. */
export const replaced: PullContext = {
  ...third,
  planned: { ...planned, head: newer, split: 'final' },
  before: null,
}

const nextDay = { at: '2026-11-24T16:40:00Z', from: 'activity' } as const
const best = { ...planned, counts: 'best', late: late10 } as const

/** Worth less than the push before, which counts. */
export const worse: PullContext = {
  ...third,
  planned: { ...best, head: newer, commit: newer },
  before: 41,
  counted: { commit, lateness: { kind: 'on-time' }, points: 41, maxPoints: 87, left: 41 },
}

/** The best of several pushes, a day late, graded for the final mark in place of the last one. */
export const chosen: PullContext = {
  ...third,
  planned: { ...best, head: newer, split: 'final', pushed: nextDay, lateness: dayLate },
  before: null,
  counted: { commit, lateness: dayLate, points: 25, maxPoints: 87, left: 22.5 },
  headPoints: 18,
}

const refusal = (path: string, what: string, next: string): Issue => ({
  file: `${planned.source}/${path}`,
  ...{ line: null, column: null, what, next },
})

/** Not graded for these reasons; the push before it was. */
export const refused: RefusedContext = {
  planned,
  issues: [
    refusal(
      'src/notes.csv',
      'is 40.2 MB large; 2 MB are allowed.',
      'Take it out of the submission, or make it smaller.',
    ),
    refusal(
      'src/Conv2d.ts',
      'differs from conv2d.ts by case or accents only.',
      'Keep one of the two, or rename it.',
    ),
  ],
  counted: { commit: newer, lateness: { kind: 'on-time' }, points: 25, maxPoints: 87, left: 25 },
}
