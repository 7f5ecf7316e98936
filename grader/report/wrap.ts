import stringWidth from 'string-width'

/** Breaks text into lines of at most `columns` cells; wide letters count two, accents none. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(columns, 8)))
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ').flatMap((word) => pieces(word, columns))) {
    const longer = current === '' ? word : `${current} ${word}`
    if (stringWidth(longer) <= columns) {
      current = longer
      continue
    }
    lines.push(current)
    current = word
  }
  return [...lines, current]
}

/** A word that is longer than a line, cut between letters. */
function pieces(word: string, columns: number): string[] {
  if (stringWidth(word) <= columns) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (stringWidth(part + segment) > columns && part !== '') {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - stringWidth(text))) + text
}

export function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0)
}
