import type { ReportView } from './report-view.ts'
import { renderPage } from './templates.ts'

/** A report as one page of HTML that needs no other file, no network and no script. */
export function renderHtml(view: ReportView): string {
  return renderPage('report.html', view)
}
