import fc from 'fast-check'
import { expect, test } from 'vitest'
import { card, exampleLab, failed, result } from './example-cards.ts'
import { third } from './example-pulls.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { renderMarkdown, view, withPull } from './index.ts'
import { treeOfMarkdown } from './tag-tree.ts'

const student = { language: 'en', audience: 'student', afterDue: true } as const

/** A comment that quotes each of these texts in a slot of its own. */
function comment([message = '', file = '', branch = '', got = '', metric = '']: readonly string[]) {
  const location = { file, line: 1, column: 1 }
  const mismatch = { kind: 'dtype', got, want: got } as const
  const checks = [
    failed('fixed-case', 'crash', { kind: 'crash', cause: 'threw', message, location }, 5),
    failed('maximum', 'fail', { kind: 'mismatch', mismatch, differing: null }, 5, {
      curve: { metric, points: [1, 2].map((epoch) => ({ epoch, loss: epoch, metric: epoch })) },
    }),
  ]
  const shown = view(exampleLab, card([result('conv2d', checks)]), student)
  return renderMarkdown(withPull(shown, { ...third, conflict: branch }))
}

test('3,000 comments that quote whatever others write have the tree of a harmless one', () => {
  const pieces = fc.constantFrom(...HOSTILE_TEXTS.filter(({ length }) => length < 100), '\n', ' ')
  const piece = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 }))
  const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const texts = fc.array(
    text.filter((each) => each !== ''),
    { minLength: 5, maxLength: 5 },
  )
  const benign = treeOfMarkdown(comment(Array.from({ length: 5 }, () => 'benign')))
  expect(comment(['', '', '', '', 'mine'])).toContain('<code>mine</code> from 1 to 2')
  expect(benign).toContain('class="language-mermaid"')
  fc.assert(
    fc.property(texts, (quoted) => {
      expect(treeOfMarkdown(comment(quoted))).toBe(benign)
    }),
    { numRuns: 3000 },
  )
}, 300_000)
