import type { ReportView } from './report-view.ts'
import { shortened } from './shorten.ts'
import { renderPage } from './templates.ts'

/** What GitHub stores of a comment, in characters. */
export const LONGEST_COMMENT = 65_536

/**
 * A report as GitHub's Markdown, at most `longest` characters: at need without charts, then without the
 * passed checks, then with shorter texts of others, then with fewer of the failed checks, the ones worth most
 * first.
 */
export function renderMarkdown(view: ReportView, longest: number = LONGEST_COMMENT): string {
  let page = ''
  for (const { view: shorter, encoding } of shortened(view)) {
    page = renderPage('report.md', shorter, encoding)
    if (page.length <= longest) return page
  }
  throw new RangeError(
    `The report of ${view.lab} has ${page.length} characters without any details; ${longest} are allowed. Shorten the titles in lab.yaml.`,
  )
}
