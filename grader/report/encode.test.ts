import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHtml, toMarkdown, toPre, usual } from './encode.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { untrusted } from './sentence.ts'
import { treeOfMarkdown } from './tag-tree.ts'

/** The places of a page in which a text can stand. */
const PLACES = {
  paragraph: (text: string) =>
    `**Next:** ${toMarkdown([{ text: 'a ' }, untrusted(text), { text: ' b' }], usual)}\n\nafter`,
  heading: (text: string) => `## ${toMarkdown([untrusted(text)], usual)}\n\nafter`,
  quote: (text: string) => `> [!NOTE]\n> ${toMarkdown([untrusted(text)], usual)}\n\nafter`,
  cell: (text: string) =>
    `<table>\n<tr><td>${toHtml([untrusted(text)], usual)}</td></tr>\n</table>\n\nafter`,
  block: (text: string) => `<div>\n${toPre(untrusted(text), usual)}\n</div>\n\nafter`,
} as const

describe.each(Object.entries(PLACES))('in a %s', (_, place) => {
  const benign = treeOfMarkdown(place('benign'))

  test.each(HOSTILE_TEXTS)('text of others stays code: %j', (text) => {
    expect(treeOfMarkdown(place(text))).toBe(benign)
  })

  test('text of others stays code, whatever it is made of', () => {
    const pieces = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string(), fc.constant('`'))
    const texts = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        expect(treeOfMarkdown(place(text))).toBe(benign)
      }),
      { numRuns: 100 },
    )
  })
})

describe("an instructor's words", () => {
  test('stand as they are, whatever marks they hold', () => {
    const text = 'a*b*c _d_ [e](f) <g> `h` ~~i~~ #1 @j $k$ | \\ ![l] & &amp; ^'
    expect(treeOfMarkdown(toMarkdown([{ text }], usual))).toBe(
      treeOfMarkdown('X').replace('X', text),
    )
    expect(treeOfMarkdown(`<div>${toHtml([{ text }], usual)}</div>`)).toBe(
      treeOfMarkdown('<div>X</div>').replace('X', text),
    )
  })
})
