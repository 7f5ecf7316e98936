import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import type { Scorecard } from '../model/scorecard.ts'
import { card, exampleLab, failed, faulted, halfDone, result } from './example-cards.ts'
import { renderTerminal } from './terminal.ts'
import { view } from './view.ts'

function terminal(of: Scorecard, columns: number, colour = false): string {
  const shown = view(exampleLab, of, { language: 'es', audience: 'student', afterDue: false })
  return renderTerminal(shown, { colour, columns })
}

function throwing(message: string): Scorecard {
  const cause = { kind: 'crash', cause: 'threw', message, location: null } as const
  return card([result('conv1d', [failed('by-hand', 'crash', cause, 5)])])
}

describe('the terminal report', () => {
  test.each([40, 60, 80, 110])('fits into %i columns', (columns) => {
    const widths = terminal(halfDone, columns)
      .split('\n')
      .map((line) => stringWidth(line))
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns)
  })

  test('colours change nothing but the colour, and are there only when asked for', () => {
    const plain = terminal(halfDone, 80)
    const coloured = terminal(halfDone, 80, true)
    expect(stripVTControlCharacters(coloured)).toBe(plain)
    expect(coloured).not.toBe(plain)
    expect(stripVTControlCharacters(plain)).toBe(plain)
  })

  test('does not read as final after a fault', () => {
    const text = terminal(faulted, 100)
    expect(text).toContain('77 / 87 puntos por ahora')
    expect(text.replaceAll('\n', ' ')).toContain('Este total no es definitivo: 10 puntos')
  })

  test.each([
    '::error::forged',
    'one\n::set-output name=x::y\n  ::stop-commands::z',
    `${'long '.repeat(20)}::add-mask::x`,
    '##[error]forged',
    '\u001b[2J\u001b]0;title\u0007::warning::x',
  ])('holds no command of a workflow, whatever the code threw: %j', (message) => {
    for (let columns = 40; columns < 80; columns++) {
      for (const line of terminal(throwing(message), columns).split('\n')) {
        expect(line.trimStart()).not.toMatch(/^::|##\[/)
      }
    }
  })

  test('text of others cannot leave its place', () => {
    const text = terminal(throwing('a\r\nb\u001b[1A\u0007\u202ec'), 80)
    expect(text).toContain('        │ a\n        │ b\\u{7}\\u{202e}c\n')
  })
})
