import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Handlebars from 'handlebars'
import type { Verdict } from '../model/scorecard.ts'
import { type Encoding, toHtml, toMarkdown, toPre, usual } from './encode.ts'
import type { ReportView, Sentence, Status, Untrusted } from './report-view.ts'

const TEMPLATES = new URL('../../reports/', import.meta.url)
export const PAGES = ['report.md', 'report.html'] as const
export const PARTIALS = [
  'check.md',
  'chart.md',
  'explanation.md',
  'check.html',
  'explanation.html',
  'style.html',
] as const

type Page = (typeof PAGES)[number]

const ICONS: Readonly<Record<Status | Verdict, string>> = {
  done: '✅',
  partial: '🟡',
  none: '❌',
  'not-started': '⬜',
  fault: '⚠️',
  withheld: '🔒',
  elsewhere: '🔒',
  pass: '✅',
  fail: '❌',
  crash: '💥',
  limit: '⏱️',
  skip: '⬜',
}

const pages = new Map<Page, Handlebars.TemplateDelegate<ReportView>>()

/** The page as its template in `reports/` has it. Text of others is cut at `encoding.longest`. */
export function renderPage(page: Page, view: ReportView, encoding: Encoding = usual): string {
  const template = pages.get(page) ?? compile(page)
  pages.set(page, template)
  return template(view, { data: { encoding } })
}

/** Handlebars and the templates are read at the first page only: most gradings need neither. */
function compile(page: Page): Handlebars.TemplateDelegate<ReportView> {
  const handlebars: typeof Handlebars = createRequire(import.meta.url)('handlebars')
  const engine = handlebars.create()
  const safe = (text: string) => new engine.SafeString(text)
  const helpers = {
    html: (sentence: Sentence, options: WithEncoding) =>
      safe(toHtml(sentence, encodingOf(options))),
    inline: (sentence: Sentence, options: WithEncoding) =>
      safe(toMarkdown(sentence, encodingOf(options))),
    pre: (text: Untrusted, options: WithEncoding) => safe(toPre(text, encodingOf(options))),
    icon: (status: Status | Verdict) => ICONS[status],
  }
  engine.registerHelper(helpers)
  for (const partial of PARTIALS) {
    if (partial.endsWith(page.slice(page.indexOf('.')))) {
      engine.registerPartial(partial, readTemplate(partial))
    }
  }
  const known = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]))
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: known, noEscape: false }
  return engine.compile<ReportView>(readTemplate(page), options)
}

interface WithEncoding {
  readonly data: { readonly encoding: Encoding }
}

function encodingOf({ data }: WithEncoding): Encoding {
  return data.encoding
}

export function readTemplate(name: string): string {
  return readFileSync(new URL(`${name}.hbs`, TEMPLATES), 'utf8')
}
