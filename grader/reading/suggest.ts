import { closest, distance } from 'fastest-levenshtein'

/** The choice that `word` was probably meant to be, or null when none is near. */
function nearest(word: string, choices: readonly string[]): string | null {
  if (choices.length === 0) return null
  const best = closest(word, choices)
  const allowed = Math.max(2, Math.floor(word.length / 3))
  return distance(word.toLowerCase(), best.toLowerCase()) <= allowed ? best : null
}

/** `Did you mean "x"?` when something is near, else the sentence given. */
export function didYouMean(word: string, choices: readonly string[], otherwise: string): string {
  const best = nearest(word, choices)
  return best === null ? otherwise : `Did you mean "${best}"?`
}

/** `a, b or c` */
export function list(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
