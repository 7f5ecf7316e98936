/** A place that a spec fills in: `{name}` in a phrase, `${...}` in a label. */
export const HOLE = /\{(\w*)\}/g

/**
 * What is the same in a label of a spec and in the phrase for it, whatever stands in their holes and
 * however they are wrapped; a phrase may mark code with backticks where the label does not.
 */
export function phraseKey(text: string): string {
  return words(text).replaceAll(HOLE, '{}')
}

/** The names of the holes of a phrase, in order. */
export function holesOf(text: string): string[] {
  return [...text.matchAll(HOLE)].map(([, name = '']) => name)
}

/** What a label says in the holes of a phrase, by name; null when it is not a label of this phrase. */
export function fillingOf(phrase: string, label: string): ReadonlyMap<string, string> | null {
  const parts = words(phrase).split(HOLE)
  const pattern = parts.map((part, i) => (i % 2 === 0 ? escaped(part) : '(.*?)')).join('')
  const match = new RegExp(`^${pattern}$`, 's').exec(words(label))
  return match && new Map(holesOf(phrase).map((name, i) => [name, match[i + 1] ?? '']))
}

function words(text: string): string {
  return text.replaceAll('`', '').trim().replaceAll(/\s+/g, ' ')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
