import type { Sentence, Span, Untrusted } from './report-view.ts'

export function code(identifier: string): Span {
  return { code: identifier }
}

export function untrusted(text: string): Untrusted {
  return { untrusted: text }
}

/** A sentence of an instructor, where backticks mark code: ``the `stride` of the kernel``. */
export function fromMarked(text: string): Sentence {
  const parts = text.trim().replaceAll(/\s+/g, ' ').split('`')
  if (parts.length % 2 === 0) return [{ text: parts.join('`') }]
  return parts
    .map((part, index): Span => (index % 2 === 0 ? { text: part } : { code: part }))
    .filter((span) => !('text' in span) || span.text !== '')
}

/** The characters of a sentence, without marks: for measuring and for tests. */
export function plainText(sentence: Sentence): string {
  return sentence.map(spanText).join('')
}

function spanText(span: Span): string {
  if ('text' in span) return span.text
  return 'code' in span ? span.code : span.untrusted
}
