import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Check, Lab } from '../model/lab.ts'
import type { CheckOutcome, End, Measured, Mismatch } from '../model/outcome.ts'
import { scoreChecks } from './score.ts'

const text = { en: '', es: '' }
const exact: Check = {
  id: 'check',
  visibility: 'hidden',
  points: 8,
  tolerance: null,
  threshold: null,
  hint: null,
  release: 'now',
  seconds: null,
}
const tolerant: Check = {
  ...exact,
  tolerance: { metric: 'max-error', bound: 0.1, reason: 'a test' },
}
const threshold: Check = {
  ...exact,
  threshold: {
    measure: 'accuracy',
    marks: { none: 0.5, full: 0.9 },
    marksOn: { mnist: { none: 0.2, full: 0.4 } },
    seeds: 3,
    rule: 'median',
    reason: 'a test',
  },
}

function lab(check: Check): Lab {
  const task = { id: 'task', title: text, points: 8, file: 'task.ts', exports: ['task'] }
  const limits = {
    bootSeconds: 1,
    callSeconds: 1,
    totalSeconds: 1,
    memoryMB: 1,
    replyMB: 1,
    calls: 1,
    startsPerTask: 1,
  }
  const tasks = [{ ...task, checks: [check], misconceptions: [] }]
  return {
    id: 'lab',
    version: 1,
    hash: '',
    title: text,
    tasks,
    limits,
    prefer: [],
    backbones: {},
    shufflePixels: false,
    phrases: [],
    packages: [],
    data: ['digits', 'mnist'],
  }
}

function outcome(
  measurements: Record<string, readonly Measured[]>,
  end: End = { kind: 'completed' },
  mismatch: Mismatch | null = null,
): CheckOutcome {
  const misconceptions = ['flipped']
  return {
    task: 'task',
    check: 'check',
    end,
    measurements,
    mismatch,
    misconceptions,
    curve: null,
    seconds: 0,
  }
}

const result = (check: Check, ...args: Parameters<typeof outcome>) =>
  scoreChecks(lab(check), [outcome(...args)])[0]?.checks[0]

describe('score', () => {
  test('an error at the tolerance passes, above it fails, and NaN never passes', () => {
    expect(result(tolerant, { 'max-error': [0.05, 0.1] })).toMatchObject({
      verdict: 'pass',
      points: 8,
      misconception: null,
    })
    for (const error of [0.1000001, 'NaN', 'Infinity'] as const) {
      expect(result(tolerant, { 'max-error': [0, error] })).toMatchObject({
        verdict: 'fail',
        points: 0,
        misconception: 'flipped',
        measurements: { 'max-error': error },
      })
    }
  })

  test('without a tolerance only an exact answer passes', () => {
    expect(result(exact, { 'max-error': [0] })?.verdict).toBe('pass')
    expect(result(exact, { 'max-error': [1e-9] })?.verdict).toBe('fail')
  })

  test('counts the elements beyond the tolerance, whatever it is now', () => {
    const mismatch = {
      kind: 'values',
      total: 5,
      errors: [0.4, 0.2, 0.05],
      relativeErrors: [1, 1, 1],
      worst: { index: [0], got: 1, want: 2 },
    } as const
    expect(
      result(tolerant, { 'max-error': [0.4] }, { kind: 'completed' }, mismatch)?.cause,
    ).toEqual({
      kind: 'mismatch',
      mismatch,
      differing: { count: 2, atLeast: false, total: 5 },
    })
  })

  test('a spec that measures nothing where a tolerance waits is a fault of ours, not a pass', () => {
    expect(result(tolerant, {})?.verdict).toBe('fault')
    expect(result(threshold, {})?.verdict).toBe('fault')
  })

  test('points between the marks are linear, whichever way is better', () => {
    expect(result(threshold, { accuracy: [0.7] })).toMatchObject({ verdict: 'fail', points: 4 })
    expect(result(threshold, { accuracy: [0.95] })).toMatchObject({ verdict: 'pass', points: 8 })
    expect(result(threshold, { accuracy: [0.1] })).toMatchObject({ verdict: 'fail', points: 0 })
    expect(result(threshold, { accuracy: ['NaN'] })).toMatchObject({ verdict: 'fail', points: 0 })
    const { threshold: up } = threshold
    if (up === null) throw new Error('unreachable')
    const down = { ...threshold, threshold: { ...up, marks: { none: 0.9, full: 0.5 } } }
    expect(result(down, { accuracy: [0.7] })).toMatchObject({ points: 4 })
    expect(result(down, { accuracy: [0.4] })).toMatchObject({ verdict: 'pass' })
  })

  test('a crash keeps its diagnosis: an input that was disposed of makes the second call throw', () => {
    const crash = { kind: 'crash', cause: 'threw', message: 'disposed', location: null } as const
    expect(result(exact, {}, crash)?.misconception).toBe('flipped')
    expect(result(exact, {}, { kind: 'not-started' })?.misconception).toBeNull()
  })

  test('says whose fault it is', () => {
    const ends = {
      skip: { kind: 'not-started' },
      crash: { kind: 'crash', cause: 'threw', message: '', location: null },
      limit: { kind: 'limit', limit: 'call-time', bound: 5, unit: 's' },
      fault: { kind: 'fault', message: '' },
    } as const
    for (const [verdict, end] of Object.entries(ends)) {
      expect(result(exact, {}, end)).toMatchObject({ verdict, points: 0, cause: end })
    }
  })

  test('a check that was not run is a fault of ours', () => {
    expect(scoreChecks(lab(exact), [])[0]?.checks[0]?.verdict).toBe('fault')
  })

  test('never gives less than nothing nor more than the check is worth', () => {
    fc.assert(
      fc.property(fc.double(), (accuracy) => {
        const measured = Number.isFinite(accuracy) ? accuracy : ('NaN' as const)
        const points = result(threshold, { accuracy: [measured] })?.points ?? -1
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(8)
      }),
    )
  })
})
