import { describe, expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'
import { validateOutcome, validateScorecard } from './records.ts'
import type { Scorecard } from './scorecard.ts'

const provenance: Outcome['provenance'] = {
  labVersion: 1,
  labHash: 'a1',
  submissionHash: 'b2',
  commit: null,
  dataset: null,
  datasetHash: null,
  backbone: null,
  backboneHash: null,
  split: 'feedback',
  backend: 'wasm',
  backendVersion: '4.22.0',
  backendReason: 'the first that is usable',
  device: 'cpu',
  rung: 'A',
  seeds: [1],
  keyId: '01234567',
  graderVersion: '0.1.0',
  nodeVersion: '24.0.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 1.5,
}

const outcome: Outcome = {
  schema: 'gradus/outcome/v1',
  lab: 'tiny',
  submission: 'ada',
  checks: [
    {
      task: 'double',
      check: 'fixed-case',
      end: { kind: 'mismatch' },
      measurements: { 'max-error': [0.5, 'NaN'] },
      mismatch: { kind: 'nan', index: [0, 'bias'], got: 'NaN', want: 1, count: 1, total: 4 },
      misconceptions: [],
      curve: null,
      seconds: 0.1,
    },
    {
      task: 'double',
      check: 'random',
      end: { kind: 'limit', limit: 'memory', bound: 2048, unit: 'MB' },
      measurements: {},
      mismatch: null,
      misconceptions: ['double-squares'],
      curve: {
        metric: 'accuracy',
        points: [{ epoch: 1, loss: 'NaN', metric: 0.1 }],
      },
      seconds: 2,
    },
  ],
  declared: { double: { file: 'double.ts', line: 2, column: 17 } },
  provenance,
}

const card: Scorecard = {
  schema: 'gradus/scorecard/v1',
  lab: 'tiny',
  submission: 'ada',
  points: 0,
  maxPoints: 100,
  tasks: [
    {
      id: 'double',
      points: 0,
      maxPoints: 100,
      location: null,
      checks: [
        {
          id: 'fixed-case',
          visibility: 'public',
          verdict: 'crash',
          points: 0,
          maxPoints: 100,
          measurements: { 'max-error': 'Infinity' },
          misconception: null,
          cause: {
            kind: 'crash',
            cause: 'threw',
            message: 'x is undefined',
            location: { file: 'double.ts', line: 3, column: 1 },
          },
          curve: null,
          seconds: 0.1,
        },
      ],
    },
  ],
  provenance,
}

describe('records', () => {
  test('accept an outcome and a scorecard, after a trip through JSON too', () => {
    expect(validateOutcome(JSON.parse(JSON.stringify(outcome)))).toEqual({
      ok: true,
      value: outcome,
    })
    expect(validateScorecard(JSON.parse(JSON.stringify(card)))).toEqual({ ok: true, value: card })
  })

  test('name a field that is missing, one too many, and one of the wrong type', () => {
    const { lab: _, ...withoutLab } = outcome
    expect(validateOutcome({ ...withoutLab, extra: 1, submission: 5 })).toEqual({
      ok: false,
      problems: [
        "the record must have required property 'lab'",
        'the record must NOT have additional properties: extra',
        '/submission must be string',
      ],
    })
  })

  test('refuse the record of another stage or version', () => {
    expect(validateOutcome(card).ok).toBe(false)
    expect(validateScorecard({ ...card, schema: 'gradus/scorecard/v2' })).toEqual({
      ok: false,
      problems: ['/schema must be equal to constant'],
    })
  })

  test('refuse NaN, which JSON cannot hold, where its name is meant', () => {
    expect(validateScorecard({ ...card, points: Number.NaN }).ok).toBe(false)
  })
})
