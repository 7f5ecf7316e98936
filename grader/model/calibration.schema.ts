import type { FromSchema } from 'json-schema-to-ts'
import type { CalibratedCheck, Calibration, Runs, RunsSummary } from './calibration.ts'
import { measured } from './outcome.schema.ts'
import { finite, natural, record, sameType, text } from './schema.ts'

const nullableNumber = { type: ['number', 'null'] } as const
const share = { type: 'number', minimum: 0, maximum: 1 } as const

const runsSummary = record({
  runs: natural,
  diverged: natural,
  mean: nullableNumber,
  std: nullableNumber,
  median: nullableNumber,
  worst: nullableNumber,
  normal: { type: 'boolean' },
  bound: nullableNumber,
  method: { enum: ['order statistic', 'normal tolerance limit', null] },
  missRate: share,
})

const runs = record({
  name: text,
  hash: text,
  values: { type: 'array', items: measured },
  summary: runsSummary,
})

const calibratedCheck = record({
  task: text,
  check: text,
  measure: text,
  rule: { enum: ['median', 'best'] },
  seeds: natural,
  full: finite,
  bound: nullableNumber,
  missRate: share,
  solutions: { type: 'array', items: runs },
})

export const calibrationSchema = record({
  schema: { const: 'gradus/calibration/v1' },
  lab: text,
  labVersion: natural,
  data: { anyOf: [record({ name: text, sha256: text }), { type: 'null' }] },
  backend: record({
    id: { enum: ['tensorflow', 'wasm', 'cpu', 'webgpu'] },
    version: text,
    device: text,
  }),
  checks: { type: 'array', items: calibratedCheck },
})

sameType<RunsSummary, FromSchema<typeof runsSummary>>(true)
sameType<Runs, FromSchema<typeof runs>>(true)
sameType<CalibratedCheck, FromSchema<typeof calibratedCheck>>(true)
sameType<Calibration, FromSchema<typeof calibrationSchema>>(true)
