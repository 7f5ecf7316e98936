import type { FromSchema } from 'json-schema-to-ts'
import {
  type CheckOutcome,
  type Claim,
  CURVE_POINTS,
  type Curve,
  type End,
  type Mismatch,
  type Outcome,
  type Provenance,
  RELATIONS,
} from './outcome.ts'
import { finite, natural, nullableText, record, sameType, text } from './schema.ts'

const index = {
  type: 'array',
  items: { anyOf: [natural, text] },
} as const
const finites = { type: 'array', items: finite } as const

/** A number, or the name of one that JSON cannot hold. */
export const measured = {
  anyOf: [finite, { type: 'string', enum: ['NaN', 'Infinity', '-Infinity'] }],
} as const

const shown = { anyOf: [finite, text] } as const

const claim = record({
  label: nullableText,
  relation: { enum: RELATIONS },
  got: shown,
  want: shown,
})

export const mismatch = {
  anyOf: [
    record({ kind: { enum: ['shape', 'dtype', 'structure'] }, got: text, want: text }),
    record({
      kind: { const: 'nan' },
      index,
      got: measured,
      want: measured,
      count: natural,
      total: natural,
    }),
    record({
      kind: { const: 'values' },
      total: natural,
      errors: finites,
      relativeErrors: finites,
      worst: record({ index, got: finite, want: finite }),
    }),
    record({
      kind: { const: 'assertion' },
      message: text,
      claim: { anyOf: [claim, { type: 'null' }] },
    }),
  ],
} as const

export const location = record({
  file: text,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
})

/** Each kind of `Failure`, to be spread into the `anyOf` of a wider union. */
export const failures = [
  record({ kind: { const: 'not-started' } }),
  record({
    kind: { const: 'crash' },
    cause: { enum: ['threw', 'exited', 'protocol', 'load', 'missing-file', 'missing'] },
    message: text,
    location: { anyOf: [location, { type: 'null' }] },
  }),
  record({
    kind: { const: 'limit' },
    limit: {
      enum: [
        'boot-time',
        'call-time',
        'total-time',
        'memory',
        'output',
        'reply-size',
        'calls',
        'starts',
      ],
    },
    bound: finite,
    unit: { enum: ['s', 'MB', 'count'] },
  }),
  record({ kind: { const: 'fault' }, message: text }),
] as const

const end = {
  anyOf: [
    record({ kind: { const: 'completed' } }),
    record({ kind: { const: 'mismatch' } }),
    ...failures,
  ],
} as const

export const curve = {
  anyOf: [
    record({
      metric: nullableText,
      points: {
        type: 'array',
        maxItems: CURVE_POINTS,
        items: record({
          epoch: natural,
          loss: measured,
          metric: { anyOf: [...measured.anyOf, { type: 'null' }] },
        }),
      },
    }),
    { type: 'null' },
  ],
} as const

const checkOutcome = record({
  task: text,
  check: text,
  end,
  measurements: {
    type: 'object',
    additionalProperties: { type: 'array', items: measured },
  },
  mismatch: { anyOf: [mismatch, { type: 'null' }] },
  misconceptions: { type: 'array', items: text },
  curve,
  seconds: finite,
})

export const provenance = record({
  labVersion: natural,
  labHash: text,
  submissionHash: text,
  commit: nullableText,
  dataset: nullableText,
  datasetHash: nullableText,
  backbone: nullableText,
  backboneHash: nullableText,
  split: { enum: ['feedback', 'final'] },
  backend: text,
  backendVersion: text,
  device: text,
  backendReason: text,
  rung: { enum: ['A', 'B', 'import'] },
  seeds: finites,
  keyId: text,
  graderVersion: text,
  nodeVersion: text,
  startedAt: text,
  seconds: finite,
})

export const outcomeSchema = record({
  schema: { const: 'gradus/outcome/v1' },
  lab: text,
  submission: text,
  checks: { type: 'array', items: checkOutcome },
  declared: { type: 'object', additionalProperties: location },
  provenance,
})

sameType<Claim, FromSchema<typeof claim>>(true)
sameType<Mismatch, FromSchema<typeof mismatch>>(true)
sameType<Curve | null, FromSchema<typeof curve>>(true)
sameType<End, FromSchema<typeof end>>(true)
sameType<CheckOutcome, FromSchema<typeof checkOutcome>>(true)
sameType<Provenance, FromSchema<typeof provenance>>(true)
sameType<Outcome, FromSchema<typeof outcomeSchema>>(true)
