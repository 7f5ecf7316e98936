import { describe, expect, test } from 'vitest'
import type { Scorecard, TaskResult } from '../model/scorecard.ts'
import {
  card,
  complete,
  exampleLab,
  failed,
  faulted,
  halfDone,
  passed,
  publicOnly,
  result,
} from './example-cards.ts'
import { plainText } from './sentence.ts'
import { view } from './view.ts'

function next(of: Scorecard, audience: 'student' | 'instructor' = 'student'): string {
  return plainText(view(exampleLab, of, { language: 'en', audience, afterDue: false }).next)
}

function replaced(...tasks: readonly TaskResult[]): Scorecard {
  return card(complete.tasks.map((task) => tasks.find(({ id }) => id === task.id) ?? task))
}

const unstarted = (id: string, points: number) =>
  failed(id, 'skip', { kind: 'not-started' }, points)

describe('the next step', () => {
  test('is the check that is worth most, with its hint', () => {
    expect(next(halfDone)).toBe(
      'random-stacks of countParameters, 15 points. Every filter has one bias, not one for each pixel.',
    )
  })

  test('says what is wrong with a result of another kind, about which no hint speaks', () => {
    const got = { kind: 'structure', got: 'undefined', want: 'number' } as const
    const cause = { kind: 'mismatch', mismatch: got, differing: null } as const
    const nothing = result('countParameters', [
      failed('slides', 'fail', cause, 10),
      failed('random-stacks', 'fail', cause, 15),
    ])
    expect(next(replaced(nothing))).toBe(
      'random-stacks of countParameters, 15 points. The result is built differently: got undefined, want a number.',
    )
    const hidden = result('countParameters', [
      passed('slides', 10),
      failed('random-stacks', 'fail', cause, 15),
    ])
    expect(next(replaced(hidden))).toBe(
      'random-stacks of countParameters, 15 points. Your result is not built like the expected one.',
    )
  })

  test('counts what a push adds when only the public checks ran', () => {
    expect(next(publicOnly)).toBe('fixed-case of conv2d, 5 points here and 20 more when you push.')
    const allRight = card(
      complete.tasks.map((task) =>
        result(
          task.id,
          task.checks.filter(({ visibility }) => visibility === 'public'),
        ),
      ),
    )
    expect(next(allRight)).toBe(
      'every check here passes. Push, and the other 70 points are decided too.',
    )
  })

  test('is to start the task with the most points, the first of equals', () => {
    const pool = result('pool2d', [unstarted('maximum', 5), unstarted('average', 10)])
    const stride = result('padAndStride', [
      unstarted('same-padding', 5),
      unstarted('random-strides', 10),
    ])
    expect(next(replaced(pool, stride))).toBe(
      'start padAndStride in src/padAndStride.ts, 15 points.',
    )
  })

  test('does not know how a check went that is not shown', () => {
    const endless = { kind: 'limit', limit: 'call-time', bound: 5, unit: 's' } as const
    const secretly = result('pool2d', [
      passed('maximum', 5),
      passed('average', 10),
      failed('odd-sizes', 'limit', endless, 5),
    ])
    expect(next(replaced(secretly))).toBe(next(complete))
    expect(next(complete)).toBe('nothing for now: every check that is shown passes.')
  })

  test('is nothing when all is right, or the grader has work to do', () => {
    expect(next(complete, 'instructor')).toBe(
      'nothing is left to do. Every check passes: well done!',
    )
    expect(next(faulted)).toBe('nothing for now: the grader runs the unfinished checks again.')
  })
})
