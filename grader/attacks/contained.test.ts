import { describe, expect, test } from 'vitest'
import type { Provenance } from '../model/outcome.ts'
import type { CheckResult, Scorecard } from '../model/scorecard.ts'
import { type Evidence, escapes } from './contained.ts'
import type { Attack } from './corpus.ts'
import { newCanaries } from './secrets.ts'

const canaries = newCanaries()
const input = '123456789012'

const attack: Attack = {
  id: 'example',
  lab: 'target',
  folder: '',
  category: 'forging',
  tries: 'Nothing.',
  honest: 0,
  verdicts: new Map([['total/small', ['crash']]]),
  meets: /EPERM/,
  canary: [],
  stoppedBy: [],
  naive: false,
  tools: [],
  setup: [],
  forbid: new Map([['markdown', [/<img/]]]),
  whole: false,
  mayRefuse: false,
  seconds: 5,
}

const PROVENANCE: Provenance = {
  labVersion: 1,
  labHash: '',
  submissionHash: '',
  commit: null,
  dataset: null,
  datasetHash: null,
  backbone: null,
  backboneHash: null,
  split: 'feedback',
  backend: 'wasm',
  backendVersion: '4.22.0',
  device: 'cpu',
  backendReason: '',
  rung: 'A',
  seeds: [1],
  keyId: '00000000',
  graderVersion: '0.1.0',
  nodeVersion: '24.0.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 1,
}

function evidence(more: {
  check?: Partial<CheckResult>
  points?: number
  printed?: string
  text?: string
  processes?: string[]
  files?: string[]
  visits?: string[]
  next?: number
  message?: string
}): Evidence {
  const check: CheckResult = {
    id: 'small',
    visibility: 'public',
    verdict: 'crash',
    points: 0,
    maxPoints: 5,
    measurements: {},
    misconception: null,
    cause: {
      kind: 'crash',
      cause: 'threw',
      message: more.message ?? 'stopped: open EPERM',
      location: null,
    },
    curve: null,
    seconds: 0,
    ...more.check,
  }
  const card: Scorecard = {
    schema: 'gradus/scorecard/v1',
    lab: 'target',
    submission: 'example',
    points: more.points ?? 0,
    maxPoints: 5,
    tasks: [{ id: 'total', points: 0, maxPoints: 5, location: null, checks: [check] }],
    provenance: PROVENANCE,
  }
  const answer = {
    kind: 'graded',
    card,
    outcome: {
      schema: 'gradus/outcome/v1',
      lab: 'target',
      submission: 'example',
      checks: [],
      declared: {},
      provenance: PROVENANCE,
    },
    shown: [{ as: 'markdown', text: more.text ?? 'fine' }],
  } as const
  return {
    seen: { answer, printed: more.printed ?? '', processes: more.processes ?? [] },
    files: more.files ?? [],
    visits: more.visits ?? [],
    canaries,
    input,
    next: { points: more.next ?? 100, maxPoints: 100 },
  }
}

describe('an attack', () => {
  test('of which nothing is seen outside is contained', () => {
    expect(escapes(attack, evidence({}))).toEqual([])
  })

  test.each<[string, Parameters<typeof evidence>[0], RegExp]>([
    ['has more points than it deserves', { points: 5 }, /5 points, 0 deserved/],
    ['takes longer than it may', { check: { seconds: 6 } }, /took 6\.0 s, over 5 s/],
    ['has another verdict', { check: { verdict: 'pass', cause: null } }, /is "pass"/],
    ['makes the grader doubt itself', { check: { verdict: 'fault' } }, /is "fault"/],
    ['prints a canary', { printed: canaries.cwd }, /canary in cwd/],
    ['shows a canary in a report', { text: canaries.solution }, /canary in solution/],
    ['shows a hidden input', { text: `got ${input}` }, /hidden input/],
    ['shows one as a line', { text: `total.ts:${input.slice(0, 6)}` }, /hidden input/],
    ['shows what must be escaped', { text: '<img src=x>' }, /shown as it is in markdown/],
    ['says itself that it got out', { message: 'breach: a socket' }, /breach: a socket/],
    ['fails for another reason', { message: 'x is not a function' }, /was to be stopped by/],
    ['leaves a process', { processes: ['7 node'] }, /process is left: 7 node/],
    ['leaves a file', { files: ['/tmp/x'] }, /file is left/],
    ['reaches a server', { visits: ['a datagram'] }, /got out: a datagram/],
    ['harms the next submission', { next: 80 }, /next submission has 80 of 100/],
    ['fills the records', { text: 'x'.repeat(2_000_000) }, /larger than/],
  ])('that %s is not', (_, more, why) => {
    expect(escapes(attack, evidence(more)).join('\n')).toMatch(why)
  })

  test('that ends the grader is not', () => {
    const seen = { answer: null, printed: '', processes: [] }
    expect(escapes(attack, { ...evidence({}), seen })).toEqual([
      'the grader ended or gave no answer',
    ])
  })
})
