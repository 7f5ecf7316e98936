import type { Lab, Language } from '../model/lab.ts'
import type { Scorecard } from '../model/scorecard.ts'
import { about } from './about.ts'
import { type Catalogue, catalogue } from './catalogue.ts'
import { type DisclosedCheck, type DisclosedTask, disclose, isShown } from './disclosure.ts'
import { nextStep } from './next-step.ts'
import type { Audience, Labels, Notice, ReportView, ScoreView } from './report-view.ts'
import { fromMarked } from './sentence.ts'
import { viewTask } from './task-view.ts'

export interface ViewOptions {
  readonly language: Language
  readonly audience: Audience
  /** Whether the due date has passed: shows the checks with `release: after-due`. */
  readonly afterDue: boolean
  /** The folder of the student's files as they would type it; default `src`. */
  readonly folder?: string
}

/**
 * A scorecard in words, for one reader. Holds nothing that this reader may not see, so every
 * renderer may print all of it. Pure. The card is of this lab; tasks or checks that the lab has lost
 * keep their points and, if hidden, are not shown to students.
 */
export function view(lab: Lab, card: Scorecard, options: ViewOptions): ReportView {
  const words = catalogue(options.language)
  const tasks = disclose(lab, card, options)
  const checks = tasks.flatMap((task) => task.checks)
  const folder = options.folder ?? 'src'
  const telling = {
    words,
    audience: options.audience,
    phrases: lab.phrases,
    files: new Set(lab.tasks.map(({ file }) => file)),
    folder: folder === '' ? '' : `${folder}/`,
  }
  return {
    language: options.language,
    audience: options.audience,
    lab: lab.id,
    title: fromMarked(lab.title[options.language]),
    score: viewScore(words, tasks, checks),
    counts: [],
    objections: [],
    warnings: warnings(words, checks),
    notices: notices(words, tasks, checks),
    next: nextStep(telling, tasks),
    tasks: tasks.map((task) => viewTask(task, telling)),
    omittedText: '',
    about: about(card, words, {
      audience: options.audience,
      withheld: !checks.every(isShown),
    }),
    labels: labels(words),
  }
}

/** The total of what is shown: the points of a withheld check are in neither number. */
function viewScore(
  words: Catalogue,
  tasks: readonly DisclosedTask[],
  checks: readonly DisclosedCheck[],
): ScoreView {
  const shown = checks.filter(isShown)
  const points = total(shown, ({ result }) => result.points)
  const max = total(shown, ({ result }) => result.maxPoints)
  const provisional = shown.some(({ result }) => result.verdict === 'fault')
  const publicOnly = tasks.some(({ elsewhere }) => elsewhere > 0)
  const numbers = { points: words.number(points), max: words.number(max) }
  // Rounded down: only a full score looks full.
  const percent = max === 0 ? 0 : Math.floor((100 * points) / max)
  const filled = Math.floor(percent / 5)
  return {
    points,
    maxPoints: max,
    fraction: `${numbers.points} / ${numbers.max}`,
    headline: words.word(
      provisional ? 'score.so-far' : publicOnly ? 'score.public' : 'score.total',
      numbers,
    ),
    percent: String(percent),
    bar: '█'.repeat(filled) + '░'.repeat(20 - filled),
    changeText: '',
    provisional,
  }
}

function warnings(words: Catalogue, checks: readonly DisclosedCheck[]): Notice[] {
  const isFault = (check: DisclosedCheck) => isShown(check) && check.result.verdict === 'fault'
  const count = maxPoints(checks, isFault)
  return checks.some(isFault) ? [{ text: words.say('notice.fault', { count }) }] : []
}

function notices(
  words: Catalogue,
  tasks: readonly DisclosedTask[],
  checks: readonly DisclosedCheck[],
): Notice[] {
  const counts = {
    elsewhere: tasks.reduce((sum, task) => sum + task.elsewhere, 0),
    'after-due': maxPoints(checks, ({ disclosure }) => disclosure === 'after-due'),
    never: maxPoints(checks, ({ disclosure }) => disclosure === 'never'),
  }
  return (['elsewhere', 'after-due', 'never'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({ text: words.say(`notice.${kind}`, { count: counts[kind] }) }))
}

function maxPoints(checks: readonly DisclosedCheck[], of: (check: DisclosedCheck) => boolean) {
  return total(checks.filter(of), ({ result }) => result.maxPoints)
}

function labels({ word }: Catalogue): Labels {
  return {
    reportLabel: word('label.report'),
    overviewLabel: word('label.overview'),
    nextLabel: word('label.next'),
    hintLabel: word('label.hint'),
    countsLabel: word('label.counts'),
    causeLabel: word('label.cause'),
    whereLabel: word('label.where'),
    taskLabel: word('label.task'),
    pointsLabel: word('label.points'),
    resultLabel: word('label.result'),
    timeLabel: word('label.time'),
    passedLabel: word('label.passed'),
    measuredLabel: word('label.measured'),
    checksLabel: word('label.checks'),
    detailsLabel: word('label.details'),
  }
}

function total<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}
