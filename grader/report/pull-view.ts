import type { Issue } from '../model/issue.ts'
import type { Language } from '../model/lab.ts'
import type { PlannedPull } from '../model/pulls.ts'
import { type Catalogue, catalogue } from './catalogue.ts'
import { type CountedPush, countsBefore, countsSentence } from './counts-view.ts'
import { tellRefusals } from './refusals.ts'
import type { Fact, Notice, ReportView, Sentence } from './report-view.ts'
import { untrusted } from './sentence.ts'

/** What a report on a pull request knows besides the scorecard. */
export interface PullContext {
  readonly planned: PlannedPull
  /** Points of the shown checks. */
  readonly points: number
  /** Of the push before, by our own records; null where there is none. */
  readonly before: number | null
  /** How many heads were graded, this one included. */
  readonly attempt: number
  /** Null before anything was graded. */
  readonly counted: CountedPush | null
  /** Points of the head where another commit is graded here; null where the head came too late to be. */
  readonly headPoints: number | null
  /** Name of the base branch where the head does not merge into it. */
  readonly conflict: string | null
}

/** A report with what holds for its pull request: change, due time, what counts, conflicts. Pure. */
export function withPull(view: ReportView, context: PullContext): ReportView {
  const words = catalogue(view.language)
  const { before, points, attempt, planned } = context
  const about: Fact[] = [
    { label: words.word('about.split'), value: words.say(splitKey(planned)) },
    { label: words.word('about.attempt'), value: [{ text: String(attempt) }] },
  ]
  return {
    ...view,
    score: { ...view.score, changeText: before === null ? '' : change(words, points - before) },
    counts: countsSentence(words, context),
    notices: [...pullNotices(words, context), ...view.notices],
    about: [...view.about, ...about],
  }
}

function splitKey({ split, due }: PlannedPull) {
  if (split === 'final') return 'split.final'
  return due === null ? 'split.feedback' : 'split.feedback.due'
}

function change(words: Catalogue, by: number): string {
  if (Math.abs(by) < 0.005) return words.word('change.same')
  return words.word(by > 0 ? 'change.more' : 'change.less', { count: Math.abs(by) })
}

function pullNotices(words: Catalogue, { planned, conflict }: PullContext): Notice[] {
  const sentences: Sentence[] = dueSentences(words, planned)
  if (planned.lateness.kind === 'unknown') sentences.push(words.say('pull.unknown'))
  if (conflict !== null) {
    sentences.push(words.say('pull.conflict', { branch: untrusted(conflict) }))
  }
  return sentences.map((text) => ({ text }))
}

function dueSentences(words: Catalogue, { due, pushed }: PlannedPull): Sentence[] {
  if (due === null) return []
  const when = { when: localMoment(words.language, due.at, due.local) }
  const told = words.say(due.extended ? 'pull.due.extended' : 'pull.due', when)
  if (pushed === null) return [told]
  const at = localMoment(words.language, pushed.at, due.local)
  return [[...told, { text: ' ' }, ...words.say(`pull.pushed.${pushed.from}`, { when: at })]]
}

/** An instant in the time zone of the course, as the language writes it, with the zone. */
function localMoment(language: Language, at: string, zoned: string): string {
  const timeZone = /\[(.+)\]$/.exec(zoned)?.[1] ?? 'UTC'
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  })
  return `${format.format(new Date(at)).replaceAll(/\s/g, ' ')} (${timeZone})`
}

/** Why a submission could not be graded as it is, and what was graded before it. */
export interface RefusedContext {
  readonly planned: Pick<PlannedPull, 'source'>
  readonly issues: readonly Issue[]
  readonly counted: CountedPush | null
}

export function refusedView(view: ReportView, context: RefusedContext): ReportView {
  const words = catalogue(view.language)
  const { planned, issues, counted } = context
  return {
    ...view,
    score: { ...view.score, headline: words.word('refused.headline'), provisional: true },
    counts: counted === null ? [] : countsBefore(words, counted),
    warnings: [{ text: words.say('refused.lead') }],
    objections: tellRefusals(issues, planned.source, words).map((text) => ({ text })),
    next: words.say('refused.next'),
    notices: [],
    tasks: [],
    // the commit; nothing else came about
    about: view.about.slice(0, 1),
  }
}
