import type { FromSchema } from 'json-schema-to-ts'
import type { PullHistory, PullPlan, PullResult } from './pulls.ts'
import { finite, natural, record, sameType, text } from './schema.ts'
import { scorecardSchema } from './scorecard.schema.ts'

const repository = { type: 'string', pattern: '^[\\w.-]+/[\\w.-]+$' } as const
const sha = { type: 'string', pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' } as const
const source = { enum: ['activity', 'first-seen', 'opened'] } as const
const split = { enum: ['feedback', 'final'] } as const
const pushTime = record({ at: text, from: source })
const nullType = { type: 'null' } as const

const lateness = {
  anyOf: [
    record({ kind: { const: 'on-time' } }),
    record({ kind: { const: 'late' }, days: natural, percent: finite }),
    record({ kind: { const: 'too-late' }, days: natural }),
    record({ kind: { const: 'unknown' } }),
    record({ kind: { const: 'none' } }),
  ],
} as const

const planned = record({
  repository,
  number: natural,
  lab: text,
  student: text,
  language: { enum: ['en', 'es'] },
  head: sha,
  isUnmarked: { type: 'boolean' },
  commit: sha,
  source: text,
  due: {
    anyOf: [
      record({ at: text, local: text, until: text, extended: { type: 'boolean' } }),
      nullType,
    ],
  },
  counts: { enum: ['last-on-time', 'best', 'last-with-penalty'] },
  late: { anyOf: [record({ percentPerDay: finite, days: natural }), nullType] },
  split,
  pushed: { anyOf: [pushTime, nullType] },
  lateness,
})

const skipped = record({
  repository,
  number: { anyOf: [natural, nullType] },
  why: {
    enum: [
      'graded',
      'draft',
      'no-repository',
      'unreachable',
      'unknown-student',
      'unknown-lab',
      'excused',
    ],
  },
})

export const planSchema = record({
  schema: { const: 'gradus/plan/v1' },
  createdAt: text,
  pulls: { type: 'array', items: planned },
  skipped: { type: 'array', items: skipped },
})

const nullableNatural = { anyOf: [natural, nullType] } as const

const issue = record({
  file: text,
  line: nullableNatural,
  column: nullableNatural,
  what: text,
  next: text,
})

export const pullResultSchema = record({
  schema: { const: 'gradus/pull-result/v1' },
  repository,
  number: natural,
  lab: text,
  head: sha,
  commit: sha,
  result: {
    anyOf: [
      record({ kind: { const: 'graded' }, card: scorecardSchema }),
      record({ kind: { const: 'refused' }, issues: { type: 'array', items: issue } }),
      record({ kind: { const: 'fault' }, message: text }),
    ],
  },
})

export const pullHistorySchema = record({
  schema: { const: 'gradus/pull-history/v1' },
  repository,
  number: natural,
  lab: text,
  student: text,
  seen: { type: 'array', items: record({ sha, at: text, from: source }) },
  reported: { anyOf: [sha, nullType] },
  graded: {
    type: 'array',
    items: record({
      head: sha,
      commit: sha,
      split,
      pushed: { anyOf: [pushTime, nullType] },
      points: finite,
      maxPoints: finite,
      allPoints: finite,
      allMaxPoints: finite,
    }),
  },
})

sameType<PullPlan, FromSchema<typeof planSchema>>(true)
sameType<PullResult, FromSchema<typeof pullResultSchema>>(true)
sameType<PullHistory, FromSchema<typeof pullHistorySchema>>(true)
