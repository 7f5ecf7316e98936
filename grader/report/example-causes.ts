import type { Claim } from '../model/outcome.ts'
import type { Cause, CheckResult } from '../model/scorecard.ts'
import type { Limit } from '../model/value.ts'

type Verdict = CheckResult['verdict']

/** One cause of every kind. Numbers and texts are such that they can be found again in a report. */
export const EVERY_CAUSE: Readonly<Record<string, readonly [Verdict, Cause]>> = {
  'not-started': ['skip', { kind: 'not-started' }],
  shape: ['fail', form('shape', '[7919, 3]', '[7907, 3]')],
  dtype: ['fail', form('dtype', 'int32', 'float32')],
  structure: ['fail', form('structure', 'zqx-got', 'zqx-want')],
  'structure-tensor': ['fail', form('structure', 'tensor float32 [7919, 3]', 'number at [7907]')],
  'structure-array': ['fail', form('structure', 'array of 7919 numbers', 'array of 7907 at [0]')],
  'structure-record': ['fail', form('structure', 'record {zqx, total}', 'function')],
  'structure-text': ['fail', form('structure', '"zqx text"', 'object')],
  'structure-model': ['fail', form('structure', 'a model that is refused: zqx', 'model')],
  nan: ['fail', nan('NaN', 0.7919)],
  'nan-expected': ['fail', nan(0.7919, 'Infinity')],
  'nan-alone': ['fail', { ...nan('NaN', 0.7919, []) }],
  values: ['fail', values([7919, 7907], { count: 7901, atLeast: false, total: 7927 })],
  'values-one': ['fail', values([7919], { count: 1, atLeast: false, total: 7927 })],
  'values-many': ['fail', values([7919], { count: 7901, atLeast: true, total: 7927 })],
  'values-uncounted': ['fail', values(['zqx-key', 7919], null)],
  'values-alone': ['fail', values([], { count: 1, atLeast: false, total: 1 })],
  assertion: ['fail', assertion(null)],
  'assertion-equal': [
    'fail',
    assertion({
      label: 'shapes of the weights',
      relation: 'equal',
      got: '[[7919, 3]]',
      want: '[[7907, 3]]',
    }),
  ],
  'assertion-holds': [
    'fail',
    assertion({ label: 'history.zqx is a list', relation: 'equal', got: 'false', want: 'true' }),
  ],
  'assertion-numbers': [
    'fail',
    assertion({ label: null, relation: 'less', got: 0.7919, want: 0.7907 }),
  ],
  'assertion-other-label': [
    'fail',
    assertion({ label: 'zqx-label', relation: 'instance', got: 'undefined', want: 'Function' }),
  ],
  'below-threshold': [
    'fail',
    {
      kind: 'below-threshold',
      measure: 'accuracy',
      value: 0.7919,
      full: 0.7927,
      runs: 5,
      diverged: 0,
    },
  ],
  threw: ['crash', crash('threw', 'zqx-threw 7919')],
  'threw-uncrossed': [
    'crash',
    crash(
      'threw',
      'a Zqx7919 cannot be returned or passed; use a tensor, number, string, array or plain object',
    ),
  ],
  'threw-no-method': ['crash', crash('threw', 'the object has no method zqx7919')],
  'threw-no-handle': ['crash', crash('threw', 'nothing is left behind handle 7919')],
  'threw-no-data': [
    'crash',
    crash(
      'threw',
      'tf.data is not available here: train on tensors, with fit or batches of your own',
    ),
  ],
  exited: ['crash', crash('exited', 'zqx-exited 7919')],
  protocol: ['crash', crash('protocol', 'zqx-protocol 7919')],
  load: ['crash', crash('load', 'zqx-load 7919')],
  'load-package': [
    'crash',
    crash('load', "only @tensorflow/tfjs and gradus/layers can be imported; found 'zqx-7919'"),
  ],
  'load-no-file': ['crash', crash('load', "there is no file './zqx-7919'")],
  'load-outside': ['crash', crash('load', "'../zqx-7919' leads out of the submission")],
  'load-no-export': [
    'crash',
    crash('load', "The requested module './zqx-7919' does not provide an export named 'zqx'"),
  ],
  'missing-file': ['crash', crash('missing-file', 'zqx-missing-file 7919')],
  missing: ['crash', crash('missing', 'zqx-missing conv1d 7919')],
  'boot-time': limit('boot-time', 10, 's'),
  'call-time': limit('call-time', 5, 's'),
  'total-time': limit('total-time', 120, 's'),
  memory: limit('memory', 2048, 'MB'),
  output: limit('output', 1, 'MB'),
  'reply-size': limit('reply-size', 16, 'MB'),
  calls: limit('calls', 10_000, 'count'),
  starts: limit('starts', 3, 'count'),
  fault: ['fault', { kind: 'fault', message: 'zqx-fault 7919' }],
}

/** What must not be in a student's report of a hidden check. */
export const CANARIES = /zqx|7[.,]?9(?:19|07|01|27)|0[.,]79/i

type Form = 'shape' | 'dtype' | 'structure'

function form(kind: Form, got: string, want: string): Cause {
  return { kind: 'mismatch', mismatch: { kind, got, want }, differing: null }
}

type Nan = Extract<Extract<Cause, { kind: 'mismatch' }>['mismatch'], { kind: 'nan' }>

function nan(got: Nan['got'], want: Nan['want'], index: Nan['index'] = [7919, 2]): Cause {
  const mismatch = { kind: 'nan', index, got, want, count: 7901, total: 7927 } as const
  return { kind: 'mismatch', mismatch, differing: null }
}

function assertion(claim: Claim | null): Cause {
  const mismatch = { kind: 'assertion', message: 'zqx-assertion 7919', claim } as const
  return { kind: 'mismatch', mismatch, differing: null }
}

type Differing = Extract<Cause, { kind: 'mismatch' }>['differing']

function values(index: readonly (number | string)[], differing: Differing): Cause {
  return {
    kind: 'mismatch',
    mismatch: {
      kind: 'values',
      total: 7927,
      errors: [0.7919],
      relativeErrors: [0.7919],
      worst: { index, got: 0.7919, want: 0.7907 },
    },
    differing,
  }
}

type Crash = Extract<Cause, { kind: 'crash' }>

function crash(cause: Crash['cause'], message: string): Cause {
  const location = { file: 'zqx-7919.ts', line: 12, column: 7919 }
  return { kind: 'crash', cause, message, location }
}

function limit(limit: Limit, bound: number, unit: 's' | 'MB' | 'count'): [Verdict, Cause] {
  return ['limit', { kind: 'limit', limit, bound, unit }]
}
