import type { Issue } from '../model/issue.ts'
import type { PlannedPull } from '../model/pulls.ts'
import type { PullContext } from './pull-view.ts'

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
  pushed: { at: '2026-11-20T17:04:00Z', from: 'activity' },
  lateness: { kind: 'on-time' },
}

/** The third push, with more points than the second. */
export const third: PullContext = { planned, points: 25, before: 15, attempt: 3, conflict: null }

/** A day late, with fewer points than before, and a conflict. */
export const late: PullContext = {
  planned: {
    ...planned,
    due: planned.due && { ...planned.due, extended: true },
    pushed: { at: '2026-11-24T10:00:00Z', from: 'first-seen' },
    lateness: { kind: 'late', days: 1, percent: 10 },
  },
  points: 25,
  before: 37,
  attempt: 4,
  conflict: 'main',
}

/** Good work in time, replaced after the end. */
export const replaced: PullContext = {
  ...third,
  planned: { ...planned, head: 'c0ffee5a1e5d4c8f90ab12cd34ef56ab78cd90ef' },
  before: 25,
}

export const objections: readonly Issue[] = [
  {
    file: 'src/notes.bin',
    line: null,
    column: null,
    what: 'src/notes.bin has 40 MB, and a file may have 1 MB.',
    next: 'Take it out of the submission.',
  },
]
