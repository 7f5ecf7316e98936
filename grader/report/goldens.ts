import { fileURLToPath } from 'node:url'
import type { Language } from '../model/lab.ts'
import type { Scorecard } from '../model/scorecard.ts'
import { complete, exampleLab, faulted, halfDone, publicOnly, trained } from './example-cards.ts'
import { chosen, late, refused, replaced, third, worse } from './example-pulls.ts'
import { renderHtml } from './html.ts'
import { renderMarkdown } from './markdown.ts'
import { type PullContext, type RefusedContext, refusedView, withPull } from './pull-view.ts'
import type { Audience } from './report-view.ts'
import { renderTerminal } from './terminal.ts'
import { view } from './view.ts'

interface Golden {
  readonly card: Scorecard
  readonly language: Language
  readonly audience: Audience
  /** The pull request that the report is written on. */
  readonly pull?: PullContext
  readonly refused?: RefusedContext
}

/** By file name in `reports/golden/`; the extension says which renderer. */
export const GOLDENS: Readonly<Record<string, Golden>> = {
  'half-done.en.txt': { card: halfDone, language: 'en', audience: 'student' },
  'half-done.en.md': { card: halfDone, language: 'en', audience: 'student' },
  'half-done.en.html': { card: halfDone, language: 'en', audience: 'student' },
  'half-done.es.txt': { card: halfDone, language: 'es', audience: 'student' },
  'half-done.es.md': { card: halfDone, language: 'es', audience: 'student' },
  'half-done.es.html': { card: halfDone, language: 'es', audience: 'student' },
  'half-done-instructor.en.txt': { card: halfDone, language: 'en', audience: 'instructor' },
  'half-done-instructor.en.html': { card: halfDone, language: 'en', audience: 'instructor' },
  'complete.en.txt': { card: complete, language: 'en', audience: 'student' },
  'complete.es.md': { card: complete, language: 'es', audience: 'student' },
  'faulted.en.md': { card: faulted, language: 'en', audience: 'student' },
  'faulted.es.txt': { card: faulted, language: 'es', audience: 'student' },
  'pull.en.md': { card: halfDone, language: 'en', audience: 'student', pull: third },
  'pull.es.md': { card: halfDone, language: 'es', audience: 'student', pull: third },
  'pull-late.en.md': { card: halfDone, language: 'en', audience: 'student', pull: late },
  'pull-late.es.md': { card: halfDone, language: 'es', audience: 'student', pull: late },
  'pull-replaced.en.md': { card: halfDone, language: 'en', audience: 'student', pull: replaced },
  'pull-worse.en.md': { card: halfDone, language: 'en', audience: 'student', pull: worse },
  'pull-worse.es.md': { card: halfDone, language: 'es', audience: 'student', pull: worse },
  'pull-chosen.en.md': { card: halfDone, language: 'en', audience: 'student', pull: chosen },
  'pull-chosen.es.md': { card: halfDone, language: 'es', audience: 'student', pull: chosen },
  'pull-replaced.es.md': { card: halfDone, language: 'es', audience: 'student', pull: replaced },
  'pull-refused.en.md': { card: halfDone, language: 'en', audience: 'student', refused },
  'pull-refused.es.md': { card: halfDone, language: 'es', audience: 'student', refused },
  'pull-trained.en.md': { card: trained, language: 'en', audience: 'student', pull: third },
  'pull-trained.es.md': { card: trained, language: 'es', audience: 'student', pull: third },
  'public-only.en.txt': { card: publicOnly, language: 'en', audience: 'student' },
}

export function renderGolden(name: string): string {
  const golden = GOLDENS[name]
  if (golden === undefined) throw new RangeError(`${name} is not one of the golden renders`)
  const { card, language, audience, pull, refused } = golden
  const plain = view(exampleLab, card, { language, audience, afterDue: false })
  const told = pull === undefined ? plain : withPull(plain, pull)
  const shown = refused === undefined ? told : refusedView(told, refused)
  if (name.endsWith('.md')) return renderMarkdown(shown)
  if (name.endsWith('.html')) return renderHtml(shown)
  return renderTerminal(shown, { colour: false, columns: 100 })
}

export function goldenFile(name: string): string {
  return fileURLToPath(new URL(`../../reports/golden/${name}`, import.meta.url))
}
