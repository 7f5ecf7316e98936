import { stripVTControlCharacters } from 'node:util'

/** Longest text of others that a report shows, in code points. */
export const LONGEST = 500

/**
 * Controls, direction changes, invisible, private and tag characters, and line separators: what has
 * no glyph of its own or moves those of others.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** More than three marks on one letter climb over the lines around it. */
const STACKED = /(\p{M}{3})\p{M}+/gu

interface Showing {
  /** `keep` leaves line feeds as they are; `join` makes each a space. */
  readonly lines: 'keep' | 'join'
  readonly longest?: number
}

/** Text of others with every character to be seen: terminal colours gone, the unseen as `\u{202e}`. */
export function visible(text: string, { lines, longest = LONGEST }: Showing): string {
  const plain = stripVTControlCharacters(text).replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')
  const points = Array.from(plain)
  const cut = points.length > longest ? `${points.slice(0, longest).join('')}…` : plain
  const shown = cut
    .replaceAll(STACKED, '$1')
    .replaceAll(UNSEEN, (character) => (character === '\n' ? '\n' : escaped(character)))
  return lines === 'keep' ? shown : shown.replaceAll('\n', ' ')
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
