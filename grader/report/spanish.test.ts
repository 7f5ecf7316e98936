import { describe, expect, test } from 'vitest'
import type { Scorecard } from '../model/scorecard.ts'
import { messages } from './catalogue.ts'
import {
  card,
  complete,
  exampleLab,
  failed,
  faulted,
  halfDone,
  publicOnly,
  result,
} from './example-cards.ts'
import { EVERY_CAUSE } from './example-causes.ts'
import { renderHtml, renderMarkdown, renderTerminal, view } from './index.ts'
import { plainText } from './sentence.ts'

/** The words of a message between its names. */
function pieces(message: unknown): string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message ?? {})
  return texts.flatMap((text) => String(text).split(/\{\w+\}/)).map((piece) => piece.trim())
}

const spanish = new Set(Object.values(messages.es).flatMap(pieces))
const english = [...new Set(Object.values(messages.en).flatMap(pieces))].filter(
  (piece) => /\p{L}{3}/u.test(piece) && !spanish.has(piece),
)

/** English that stands in a text as words of its own. */
function englishIn(text: string): string[] {
  const flat = text.replaceAll(/\s+/g, ' ')
  return english.filter((piece) => {
    const at = flat.indexOf(piece)
    if (at < 0) return false
    const around = `${flat.at(at - 1) ?? ' '}${flat.at(at + piece.length) ?? ' '}`
    return !/[\p{L}\d_-]/u.test(around)
  })
}

function everyPage(of: Scorecard, audience: 'student' | 'instructor', afterDue: boolean): string {
  const shown = view(exampleLab, of, { language: 'es', audience, afterDue })
  // What is between tags, without the marks that stand for punctuation and without style sheets.
  const text = (page: string) =>
    page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/&#(\d+);/g, (_, mark) => String.fromCharCode(mark))
  return [
    renderTerminal(shown, { colour: false, columns: 110 }),
    text(renderMarkdown(shown)),
    text(renderMarkdown(shown, 4_000)),
    text(renderHtml(shown)),
  ].join('\n')
}

/** English of the records that a report words anew. None of it is in the catalogue. */
const RECORDED =
  /array of|tensor (?:float32|int32|bool) \[|record \{|\b(?:function|object|number|model|found|plain)\b| at \[|there is no|leads out|does not provide|cannot be|only|nothing is|has no|train on tensors/

/** Every cause in a public and in a hidden check. */
const everyCause: readonly Scorecard[] = Object.values(EVERY_CAUSE).map(([verdict, cause]) =>
  card([
    result('conv1d', [
      failed('by-hand', verdict, cause, 5),
      failed('random-lengths', verdict, cause, 10),
    ]),
    result('conv2d', [failed('fixed-case', verdict, cause, 5)]),
  ]),
)

describe('a report in Spanish', () => {
  test('leaves no English behind', () => {
    const cards = [halfDone, complete, faulted, publicOnly, ...everyCause]
    for (const of of cards) {
      for (const audience of ['student', 'instructor'] as const) {
        for (const afterDue of [false, true]) {
          expect(englishIn(everyPage(of, audience, afterDue))).toEqual([])
        }
      }
    }
  })

  test.each(everyCause.map((of, index) => [Object.keys(EVERY_CAUSE)[index], of] as const))(
    'says the English of a record in Spanish: %s',
    (_, of) => {
      const { tasks } = view(exampleLab, of, {
        language: 'es',
        audience: 'student',
        afterDue: false,
      })
      const told = tasks.flatMap(({ note, explained }) =>
        [note, ...explained.map(({ explanation }) => explanation)].map((each) =>
          plainText([...(each?.what ?? []), { text: ' ' }, ...(each?.detail ? [each.detail] : [])]),
        ),
      )
      expect(told.join('\n').replaceAll('export function', '')).not.toMatch(RECORDED)
    },
  )

  test('would be caught with English in it', () => {
    expect(english.length).toBeGreaterThan(100)
    expect(englishIn('Pista: Hint')).toEqual(['Hint'])
    const recorded = Object.entries(EVERY_CAUSE).filter(([name]) =>
      /^(?:structure|threw|load)-/.test(name),
    )
    for (const [, [, cause]] of recorded) expect(JSON.stringify(cause)).toMatch(RECORDED)
    expect(englishIn('5 puntos y 3 checks to mend')).toContain('checks to mend')
  })
})
