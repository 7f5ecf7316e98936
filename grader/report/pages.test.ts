import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../model/outcome.ts'
import type { Cause, Scorecard } from '../model/scorecard.ts'
import { card, exampleLab, failed, halfDone, result } from './example-cards.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { type ReportView, renderHtml, renderMarkdown, view } from './index.ts'
import { treeOfHtml, treeOfMarkdown } from './tag-tree.ts'

const instructor = { language: 'en', audience: 'instructor', afterDue: true } as const

function asserted(message: string, claim: Claim | null): Cause {
  return { kind: 'mismatch', mismatch: { kind: 'assertion', message, claim }, differing: null }
}

/** A card that quotes this text in every place where a card can hold text of others. */
function quoting(text: string): ReportView {
  const location = { file: text, line: 1, column: 1 }
  const causes: Cause[] = [
    { kind: 'mismatch', mismatch: { kind: 'shape', got: text, want: text }, differing: null },
    asserted(text, null),
    asserted(text, { label: text, relation: 'equal', got: text, want: text }),
    asserted(text, { label: null, relation: 'instance', got: text, want: text }),
    asserted(text, { label: `history.${text} is a list`, relation: 'less', got: 1, want: text }),
    {
      kind: 'mismatch',
      mismatch: {
        kind: 'values',
        total: 2,
        errors: [1],
        relativeErrors: [1],
        worst: { index: [text], got: 1, want: 2 },
      },
      differing: { count: 2, atLeast: false, total: 2 },
    },
    { kind: 'crash', cause: 'threw', message: text, location },
  ]
  const checks = causes.map((cause, index) =>
    failed(`check-${index}`, cause.kind === 'crash' ? 'crash' : 'fail', cause, 5),
  )
  const load: Cause = { kind: 'crash', cause: 'load', message: text, location }
  const tasks = [
    result('conv1d', checks),
    result('conv2d', [failed('fixed-case', 'crash', load, 5)]),
  ]
  return view(exampleLab, { ...card(tasks), submission: text }, instructor)
}

const markdown = (text: string) => treeOfMarkdown(renderMarkdown(quoting(text), Infinity))
const html = (text: string) => treeOfHtml(renderHtml(quoting(text)))
const benign = { markdown: markdown('benign'), html: html('benign') }

describe('text of others', () => {
  test.each(HOSTILE_TEXTS)('changes nothing but the code it is quoted in: %j', (text) => {
    expect(markdown(text)).toBe(benign.markdown)
    expect(html(text)).toBe(benign.html)
  })

  test('changes nothing, whatever it is made of', () => {
    const pieces = fc.constantFrom(...HOSTILE_TEXTS.filter(({ length }) => length < 100), '\n', ' ')
    const mixed = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { minLength: 1 })
    const texts = mixed.map((parts) => parts.join('')).filter((text) => text !== '')
    fc.assert(
      fc.property(texts, (text) => {
        expect(markdown(text)).toBe(benign.markdown)
        expect(html(text)).toBe(benign.html)
      }),
      { numRuns: 150 },
    )
  })

  test('would be seen to change the page if it could', () => {
    expect(treeOfMarkdown('a <b>b</b>')).not.toBe(treeOfMarkdown('a b'))
    expect(treeOfMarkdown('`a`')).toBe(treeOfMarkdown('`b`'))
    expect(treeOfMarkdown('<code>a @b</code>')).not.toBe(treeOfMarkdown('<code>a</code> @b'))
  })
})

describe('the Markdown report', () => {
  const page = renderMarkdown(view(exampleLab, halfDone, { ...instructor, audience: 'student' }))

  test('is one block of HTML from its table on, which no blank line ends', () => {
    expect(page.slice(page.indexOf('<table>')).trimEnd()).not.toMatch(/\n\s*\n/)
  })

  test('opens the tasks that failed and folds the others', () => {
    expect(
      [...page.matchAll(/<details( open)?>\n<summary>. *<code>(\w+)/gu)].map(([, open, id]) => [
        id,
        open !== undefined,
      ]),
    ).toEqual([
      ['conv1d', false],
      ['conv2d', true],
      ['padAndStride', false],
      ['pool2d', true],
      ['countParameters', true],
    ])
  })

  test('grows shorter in steps that say what they leave out, and stays whole', () => {
    const view = quoting('~'.repeat(400))
    const whole = renderMarkdown(view, Infinity)
    let last = whole.length
    for (let longest = whole.length - 1; longest > 5_000; longest -= 1_000) {
      const shorter = renderMarkdown(view, longest)
      expect(shorter.length).toBeLessThanOrEqual(longest)
      expect(shorter.length).toBeLessThanOrEqual(last)
      expect(shorter.match(/<details/g)).toHaveLength(2)
      expect(shorter.match(/<\/details>/g)).toHaveLength(2)
      last = shorter.length
    }
    expect(renderMarkdown(view, 5_000)).toMatch(/more checks? to mend (is|are) left out/)
    expect(() => renderMarkdown(view, 500)).toThrow(/Shorten the titles in lab.yaml/)
  })

  test('fits into a comment of GitHub however much there is to quote', () => {
    const many = card(
      exampleLab.tasks.map(({ id }) =>
        result(
          id,
          Array.from({ length: 20 }, (_, index) =>
            failed(
              `check-${index}`,
              'crash',
              {
                kind: 'crash',
                cause: 'threw',
                message: '\u{10ffff}'.repeat(500),
                location: null,
              },
              5,
            ),
          ),
        ),
      ),
    ) satisfies Scorecard
    const page = renderMarkdown(view(exampleLab, many, instructor))
    expect(page.length).toBeLessThanOrEqual(65_536)
    expect(page).toContain('</table>')
  })
})

describe('the HTML report', () => {
  const pageIn = (language: 'en' | 'es') =>
    renderHtml(view(exampleLab, halfDone, { ...instructor, language }))

  test('names its language and needs nothing but itself', () => {
    for (const language of ['en', 'es'] as const) {
      const page = pageIn(language)
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import/)
      expect(page).toContain("default-src 'none'")
    }
  })

  test('is well formed: parsing it changes nothing', () => {
    const tags = [...pageIn('en').matchAll(/<(\/?)(\w+)[^>]*>/g)]
    const open: string[] = []
    for (const [, closing, name = ''] of tags) {
      if (name === 'meta') continue
      if (closing === '') open.push(name)
      else expect(open.pop()).toBe(name)
    }
    expect(open).toEqual([])
  })
})
