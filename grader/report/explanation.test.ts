import { describe, expect, test } from 'vitest'
import type { Language } from '../model/lab.ts'
import { card, exampleLab, failed, result } from './example-cards.ts'
import { EVERY_CAUSE } from './example-causes.ts'
import type { Audience, Explanation, Sentence } from './report-view.ts'
import { plainText } from './sentence.ts'
import { view } from './view.ts'

interface Reading {
  readonly check?: 'by-hand' | 'random-lengths'
  readonly language?: Language
  readonly audience?: Audience
}

/** What a check of conv1d that failed in this way is told to be. */
function told(name: string, reading: Reading = {}): Explanation {
  const { check = 'by-hand', language = 'en', audience = 'student' } = reading
  const [verdict, cause] = EVERY_CAUSE[name] ?? expect.unreachable()
  const results = card([result('conv1d', [failed(check, verdict, cause, 5)])])
  const [task] = view(exampleLab, results, { language, audience, afterDue: false }).tasks
  return task?.note ?? task?.explained[0]?.explanation ?? expect.unreachable()
}

const words = (sentence: Sentence | null) => sentence && plainText(sentence)

describe('a public check says', () => {
  test.each([
    ['not-started', 'Not started: src/conv1d.ts still throws its TODO.'],
    ['shape', 'The shape is wrong: got [7919, 3], want [7907, 3].'],
    ['dtype', 'The dtype is wrong: got int32, want float32.'],
    ['structure', 'The result is built differently: got zqx-got, want zqx-want.'],
    [
      'structure-tensor',
      'The result is built differently: got a float32 tensor of shape [7919, 3], want a number at [7907].',
    ],
    [
      'threw-uncrossed',
      'Your function returned something that cannot be handed over: a value of type Zqx7919. Return a tensor, a number, a string, an array or a plain object.',
    ],
    [
      'load-package',
      'src/conv1d.ts cannot be loaded: it imports zqx-7919, and only @tensorflow/tfjs and gradus/layers can be imported.',
    ],
    [
      'nan',
      '7,901 of 7,927 elements are NaN or infinite and should not be, for example at [7919, 2]: got NaN, want 0.792.',
    ],
    [
      'nan-expected',
      '7,901 of 7,927 elements should be NaN or infinite and are not, for example at [7919, 2]: got 0.792, want Infinity.',
    ],
    ['nan-alone', 'The value is wrong: got NaN, want 0.792.'],
    ['values', '7,901 of 7,927 elements differ; worst at [7919, 7907]: got 0.792, want 0.791.'],
    ['values-one', '1 of 7,927 elements differs, at [7919]: got 0.792, want 0.791.'],
    [
      'values-many',
      'At least 7,901 of 7,927 elements differ; worst at [7919]: got 0.792, want 0.791.',
    ],
    ['values-uncounted', 'The values differ; worst at ["zqx-key", 7919]: got 0.792, want 0.791.'],
    ['values-alone', 'The value is wrong: got 0.792, want 0.791.'],
    ['assertion', 'A condition of this check does not hold:'],
    ['assertion-equal', 'Shapes of the weights: we expected [[7907, 3]], but got [[7919, 3]].'],
    ['assertion-holds', 'This should hold, but does not: history.zqx is a list.'],
    [
      'assertion-numbers',
      'A condition of this check does not hold: we expected less than 0.791, but got 0.792.',
    ],
    ['assertion-other-label', 'This should hold, but does not: zqx-label. We got undefined.'],
    ['below-threshold', 'Your accuracy is 0.7919; the full points are given at 0.7927.'],
    ['threw', 'Your code threw an error:'],
    [
      'exited',
      'The process that runs your code ended before it answered. Does your code call process.exit()?',
    ],
    [
      'protocol',
      "Your code wrote to the grader's channel. A function answers by returning its result, and in no other way.",
    ],
    ['load', 'src/conv1d.ts cannot be loaded:'],
    ['missing', 'src/conv1d.ts exports no function named conv1d; add export function conv1d.'],
    [
      'call-time',
      'A call of your code took longer than 5 s and was stopped. Look for a loop that never ends, or for a promise that is never resolved.',
    ],
    [
      'memory',
      'Your code needed more than 2,048 MB of memory. Look for arrays or tensors that grow in a loop.',
    ],
    ['output', 'Your code printed more than 1 MB. Remove the prints inside loops.'],
    ['calls', 'Your code was called more than 10,000 times, which is all that a check may use.'],
    [
      'fault',
      'A fault of the grader, not of your code. No points are lost; the check will be run again.',
    ],
  ])('%s: %s', (name, sentence) => {
    expect(words(told(name).what)).toBe(sentence)
  })

  test.each([
    ['threw', 'zqx-threw 7919'],
    ['load', 'zqx-load 7919'],
    ['assertion', 'zqx-assertion 7919'],
  ])('the message of its own code: %s', (name, message) => {
    expect(told(name).detail).toEqual({ untrusted: message })
  })

  test.each(['threw-uncrossed', 'threw-no-method', 'threw-no-handle', 'load-package'])(
    'a message of the grader in words of the report only: %s',
    (name) => {
      for (const language of ['en', 'es'] as const) {
        expect(told(name, { language }).detail).toBeNull()
      }
    },
  )

  test('where a crash was, as a text of others', () => {
    expect(told('threw').where).toEqual([{ untrusted: 'src/zqx-7919.ts:12:7919' }])
  })
})

describe('for whom', () => {
  test.each(['exited', 'protocol', 'missing', 'fault'])(
    'the message of the grader is for instructors only: %s',
    (name) => {
      expect(told(name).detail).toBeNull()
      const check = 'random-lengths'
      const detail = told(name, { check, audience: 'instructor' }).detail?.untrusted
      expect(detail).toMatch(/^zqx/)
    },
  )

  test.each(Object.keys(EVERY_CAUSE))('every language has a sentence of its own: %s', (name) => {
    for (const check of ['by-hand', 'random-lengths'] as const) {
      const [en, es] = [told(name, { check }), told(name, { check, language: 'es' })]
      expect(words(es.what)).not.toBe(words(en.what))
      for (const { what } of [en, es]) expect(words(what)).not.toMatch(/\{\w*\}/)
    }
  })
})

describe('where', () => {
  test('a wrong answer points to the declaration that the grader found', () => {
    const [verdict, cause] = EVERY_CAUSE['values'] ?? expect.unreachable()
    const results = card([result('conv1d', [failed('random-lengths', verdict, cause, 10)])])
    const { tasks } = view(exampleLab, results, {
      language: 'en',
      audience: 'student',
      afterDue: false,
      folder: '',
    })
    expect(tasks[0]?.explained[0]?.explanation?.where).toEqual([{ untrusted: 'conv1d.ts:21' }])
  })

  test('a missing export of a task with several names them all', () => {
    const lab = {
      ...exampleLab,
      tasks: exampleLab.tasks.map((task) => ({ ...task, exports: ['maxPool', 'minPool'] })),
    }
    const [verdict, cause] = EVERY_CAUSE['missing'] ?? expect.unreachable()
    const results = card([result('conv1d', [failed('by-hand', verdict, cause, 5)])])
    const { tasks } = view(lab, results, { language: 'es', audience: 'student', afterDue: false })
    expect(words(tasks[0]?.note?.what ?? [])).toBe(
      'src/conv1d.ts debe exportar maxPool y minPool, y falta al menos uno de esos nombres. Escribe export delante de cada uno.',
    )
  })
})
