import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckResult, Scorecard } from '../model/scorecard.ts'
import { card, complete, exampleLab, failed, passed, result } from './example-cards.ts'
import { CANARIES, EVERY_CAUSE } from './example-causes.ts'
import { renderHtml, renderMarkdown, renderTerminal, view } from './index.ts'

const student = { language: 'en', audience: 'student', afterDue: false } as const

/** A full card in which one check has this result. */
function withCheck(task: string, changed: CheckResult): Scorecard {
  return card(
    complete.tasks.map((each) =>
      each.id === task
        ? result(
            task,
            each.checks.map((check) => (check.id === changed.id ? changed : check)),
          )
        : each,
    ),
  )
}

function everyPage(of: Scorecard): string {
  const shown = view(exampleLab, of, student)
  const terminal = renderTerminal(shown, { colour: false, columns: 500 })
  return [JSON.stringify(shown), terminal, renderMarkdown(shown), renderHtml(shown)].join('\n')
}

const secrets = {
  measurements: { 'max-error': 0.7919 },
  seconds: 7919,
} as const

describe('a hidden check', () => {
  test.each(Object.keys(EVERY_CAUSE))(
    'shows a student no number and no text of its own: %s',
    (name) => {
      const [verdict, cause] = EVERY_CAUSE[name] ?? expect.unreachable()
      const shown = everyPage(
        withCheck('conv1d', failed('random-lengths', verdict, cause, 10, secrets)),
      )
      // Marks are numbers in a page, so a canary could also hide as one.
      expect(shown.replaceAll(/&#(\d+);/g, (_, mark) => String.fromCharCode(mark))).not.toMatch(
        CANARIES,
      )
    },
  )

  test('tells two results apart by verdict, points and kind only', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    const values = fc.record({
      total: fc.nat(),
      errors: fc.array(number),
      relativeErrors: fc.array(number),
      worst: fc.record({
        index: fc.array(fc.oneof(fc.nat(), fc.string())),
        got: number,
        want: number,
      }),
    })
    const differing = fc.record({ count: fc.nat(), atLeast: fc.boolean(), total: fc.nat() })
    const results = fc.record({ values, differing, seconds: number, error: number }).map((secret) =>
      failed(
        'random-lengths',
        'fail',
        {
          kind: 'mismatch',
          mismatch: { kind: 'values', ...secret.values },
          differing: secret.differing,
        },
        10,
        { seconds: secret.seconds, measurements: { 'max-error': secret.error } },
      ),
    )
    fc.assert(
      fc.property(results, results, (first, second) => {
        const [one, other] = [withCheck('conv1d', first), withCheck('conv1d', second)]
        expect(view(exampleLab, one, student)).toEqual(view(exampleLab, other, student))
      }),
    )
  })

  const crashAt = (cause: 'threw' | 'load', file: string, line = 12) =>
    withCheck(
      'conv1d',
      failed(
        'random-lengths',
        'crash',
        { kind: 'crash', cause, message: 'zqx', location: { file, line, column: 34 } },
        10,
      ),
    )

  test('that threw points to the declaration: the line could be chosen by an input', () => {
    expect(everyPage(crashAt('threw', 'conv1d.ts'))).toContain('src/conv1d.ts:21\n')
    expect(everyPage(crashAt('threw', 'conv1d.ts', 7919))).toBe(
      everyPage(crashAt('threw', 'conv2d.ts', 12)),
    )
  })

  test('whose file does not load names a line, in a file of the lab only, and no column', () => {
    expect(everyPage(crashAt('load', 'conv2d.ts'))).toContain('src/conv2d.ts:12\n')
    expect(everyPage(crashAt('load', '0.7919.ts'))).not.toMatch(/7919|:12/)
  })
})

describe('a check that is not shown yet', () => {
  const results = fc.oneof(
    fc.constant(passed('inputs-kept', 8)),
    fc
      .tuple(fc.constantFrom(...Object.values(EVERY_CAUSE)), fc.nat({ max: 8 }), fc.nat())
      .map(([[verdict, cause], points, seconds]) =>
        failed('inputs-kept', verdict, cause, 8, {
          points,
          seconds,
          misconception: points > 4 ? 'conv2d-flipped-kernel' : null,
        }),
      ),
  )

  test('changes no word and no number of the report, however it went', () => {
    fc.assert(
      fc.property(results, results, fc.nat(), (first, second, seconds) => {
        const one = withCheck('conv2d', first)
        const changed = withCheck('conv2d', second)
        const other = { ...changed, provenance: { ...changed.provenance, seconds } }
        expect(view(exampleLab, one, student)).toEqual(view(exampleLab, other, student))
      }),
    )
  })

  test('is shown after the due date when the lab says so, and to the instructor always', () => {
    const shown = (options: object) =>
      JSON.stringify(view(exampleLab, complete, { ...student, ...options }))
    expect(shown({})).toContain('Shown after the due date.')
    expect(shown({})).toContain('Decided by your instructor.')
    expect(shown({ afterDue: true })).not.toContain('Shown after the due date.')
    expect(shown({ afterDue: true })).toContain('Decided by your instructor.')
    expect(shown({ audience: 'instructor' })).not.toMatch(/due date|your instructor/)
  })

  test('is left out of both numbers of the total, which says how much', () => {
    const { score, notices } = view(exampleLab, complete, student)
    expect(score.headline).toBe('87 / 87 points')
    expect(notices.map(({ text }) => text)).toEqual([
      [{ text: '8' }, { text: ' points are not shown yet: you will see them after the due date.' }],
      [{ text: '5' }, { text: ' points are not shown here: your instructor decides them.' }],
    ])
  })

  test('is one that the lab has lost, if it was hidden', () => {
    const lost = result('conv1d', [passed('by-hand', 5), passed('gone', 3)])
    const { score, tasks } = view(exampleLab, card([lost]), student)
    expect(score.fraction).toBe('5 / 5')
    expect(tasks[0]?.withheld).toHaveLength(1)
  })
})
