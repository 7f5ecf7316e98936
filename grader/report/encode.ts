import type { Sentence, Span, Untrusted } from './report-view.ts'
import { LONGEST, visible } from './visible.ts'

/**
 * Text into Markdown and HTML. Markdown is read twice, as Markdown and then as HTML, and GitHub reads
 * it a third time for @mentions and #numbers, which it leaves alone inside `code` and `pre`.
 */
export interface Encoding {
  /** Longest text of others, in code points. */
  readonly longest: number
}

export const usual: Encoding = { longest: LONGEST }

/** A sentence in an HTML block, or in a page of HTML. */
export function toHtml(sentence: Sentence, { longest }: Encoding): string {
  return sentence
    .map((span) =>
      'text' in span
        ? numeric(span.text, /[&<>"'\n]/g)
        : `<code>${everyMark(visible(codeOf(span), { lines: 'join', longest }))}</code>`,
    )
    .join('')
}

/** A sentence in a paragraph or heading of Markdown: one line. */
export function toMarkdown(sentence: Sentence, { longest }: Encoding): string {
  return sentence
    .map((span) =>
      'text' in span
        ? numeric(span.text.replaceAll('\n', ' '), /[&<>*_[\]`~|\\#!@$^{}]/g)
        : backticked(visible(codeOf(span), { lines: 'join', longest })),
    )
    .join('')
}

/** Lines of others in an HTML block, or in a page of HTML. */
export function toPre({ untrusted }: Untrusted, { longest }: Encoding): string {
  return `<pre>${everyMark(visible(untrusted, { lines: 'keep', longest }))}</pre>`
}

function codeOf(span: Exclude<Span, { text: string }>): string {
  return 'code' in span ? span.code : span.untrusted
}

/** Inside backticks, more of them than any run in the text. */
function backticked(text: string): string {
  const longestRun = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longestRun + 1)
  const padding = text === '' || /^[` ]|[` ]$/.test(text) ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

/** Every ASCII punctuation character and line feed as a number: no parser sees a mark of its own. */
function everyMark(text: string): string {
  return numeric(text, /[!-/:-@[-`{-~\n]/g)
}

function numeric(text: string, marks: RegExp): string {
  return text.replaceAll(marks, (mark) => `&#${mark.charCodeAt(0)};`)
}
