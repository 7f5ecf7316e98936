import type { FromSchema } from 'json-schema-to-ts'
import { curve, failures, location, measured, mismatch, provenance } from './outcome.schema.ts'
import { finite, natural, nullableText, record, sameType, text } from './schema.ts'
import type { Cause, CheckResult, Scorecard, TaskResult } from './scorecard.ts'

const cause = {
  anyOf: [
    record({
      kind: { const: 'mismatch' },
      mismatch,
      differing: {
        anyOf: [
          record({ count: natural, atLeast: { type: 'boolean' }, total: natural }),
          { type: 'null' },
        ],
      },
    }),
    record({
      kind: { const: 'below-threshold' },
      measure: text,
      value: measured,
      full: finite,
      runs: natural,
      diverged: natural,
    }),
    ...failures,
    { type: 'null' },
  ],
} as const

const checkResult = record({
  id: text,
  visibility: { enum: ['public', 'hidden'] },
  verdict: { enum: ['pass', 'fail', 'crash', 'limit', 'skip', 'fault'] },
  points: finite,
  maxPoints: finite,
  measurements: { type: 'object', additionalProperties: measured },
  misconception: nullableText,
  cause,
  curve,
  seconds: finite,
})

const taskResult = record({
  id: text,
  points: finite,
  maxPoints: finite,
  location: { anyOf: [location, { type: 'null' }] },
  checks: { type: 'array', items: checkResult },
})

export const scorecardSchema = record({
  schema: { const: 'gradus/scorecard/v1' },
  lab: text,
  submission: text,
  points: finite,
  maxPoints: finite,
  tasks: { type: 'array', items: taskResult },
  provenance,
})

sameType<Cause | null, FromSchema<typeof cause>>(true)
sameType<CheckResult, FromSchema<typeof checkResult>>(true)
sameType<TaskResult, FromSchema<typeof taskResult>>(true)
sameType<Scorecard, FromSchema<typeof scorecardSchema>>(true)
