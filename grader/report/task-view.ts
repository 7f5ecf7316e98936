import type { Cause, CheckResult } from '../model/scorecard.ts'
import type { Catalogue } from './catalogue.ts'
import { viewCurve } from './curve-view.ts'
import { type DisclosedCheck, type DisclosedTask, isShown } from './disclosure.ts'
import { explain, type Telling } from './explanation.ts'
import { formatMeasured } from './numbers.ts'
import type {
  Explanation,
  Fact,
  Sentence,
  ShownCheck,
  Status,
  TaskView,
  WithheldCheck,
} from './report-view.ts'
import { code, fromMarked } from './sentence.ts'

/** What is told alike of all tasks. */
export type TaskTelling = Omit<Telling, 'full' | 'task' | 'declared'>

/** One task of a report. Whatever is said of it as a whole is said over its shown checks only. */
export function viewTask(disclosed: DisclosedTask, telling: TaskTelling): TaskView {
  const { words } = telling
  const { result, task, checks } = disclosed
  const shown = checks.filter(isShown)
  const points = shown.reduce((sum, check) => sum + check.result.points, 0)
  const max = shown.reduce((sum, check) => sum + check.result.maxPoints, 0)
  const views = sayOnce(shown.map((check) => viewCheck(check, disclosed, telling)))
  const status = statusOf(shown, disclosed)
  const note = noteOf(shown, disclosed, telling)
  const explained = note === null ? views.filter(({ verdict }) => verdict !== 'pass') : []
  const toMend = explained.filter(({ verdict }) => verdict !== 'fault').length
  return {
    name: [code(result.id)],
    title: task === null ? [] : fromMarked(task.title[words.language]),
    status,
    statusText: words.word(`status.${status}`),
    fraction: shown.length === 0 ? '' : `${words.number(points)} / ${words.number(max)}`,
    percent: String(max === 0 ? 0 : Math.floor((100 * points) / max)),
    time: timeOf(checks, words),
    note,
    withheld: checks.filter((check) => !isShown(check)).map((check) => viewWithheld(check, words)),
    explained,
    listed: views.filter((check) => !explained.includes(check)),
    open: status === 'none' || explained.length > 0,
    failedText: toMend === 0 ? '' : words.word('summary.failing', { count: toMend }),
  }
}

/** One mistake fails several checks: its sentence and its place are told with the first of them. */
function sayOnce(checks: readonly ShownCheck[]): ShownCheck[] {
  const told = new Set<string>()
  const once = <T>(words: T | null): T | null => {
    if (words === null) return null
    const key = JSON.stringify(words)
    if (told.has(key)) return null
    told.add(key)
    return words
  }
  return checks.map((check) => ({
    ...check,
    explanation: check.explanation && {
      ...check.explanation,
      where: once(check.explanation.where),
    },
    // Who is told the very mistake needs no hint towards it.
    hint: check.misconception === null ? check.hint : null,
    misconception: once(check.misconception),
  }))
}

function statusOf(shown: readonly DisclosedCheck[], disclosed: DisclosedTask): Status {
  const verdicts = shown.map(({ result }) => result.verdict)
  if (verdicts.length === 0) return disclosed.checks.length === 0 ? 'elsewhere' : 'withheld'
  if (verdicts.includes('fault')) return 'fault'
  if (verdicts.every((verdict) => verdict === 'pass')) return 'done'
  if (verdicts.every((verdict) => verdict === 'skip')) return 'not-started'
  return shown.some(({ result }) => result.points > 0) ? 'partial' : 'none'
}

/** Said once for the task when every check that did not pass has the same reason, in the file itself. */
function noteOf(
  shown: readonly DisclosedCheck[],
  disclosed: DisclosedTask,
  telling: TaskTelling,
): Explanation | null {
  const failed = shown.filter(({ result }) => result.verdict !== 'pass')
  const kinds = new Set(failed.map(({ result }) => wholeTaskKind(result.cause)))
  if (kinds.size !== 1 || kinds.has(null)) return null
  const best = failed.find(({ disclosure }) => disclosure === 'full') ?? failed[0]
  return best ? explain(best.result, tellingOf(best, disclosed, telling)) : null
}

/** A hint is about a wrong answer: an ended process or a limit has a word of its own. */
export function isHinted({ verdict, cause }: CheckResult): boolean {
  return verdict === 'fail' || (cause?.kind === 'crash' && cause.cause === 'threw')
}

export function wholeTaskKind(cause: Cause | null): string | null {
  if (cause?.kind === 'not-started') return cause.kind
  if (cause?.kind !== 'crash') return null
  const ofTheFile: readonly string[] = ['load', 'missing-file', 'missing']
  return ofTheFile.includes(cause.cause) ? cause.cause : null
}

function viewCheck(
  disclosed: DisclosedCheck,
  task: DisclosedTask,
  telling: TaskTelling,
): ShownCheck {
  const { result, check } = disclosed
  const { words, audience } = telling
  const { verdict } = result
  const hinted = isHinted(result)
  const hint = check?.hint?.[words.language]
  return {
    name: [code(result.id)],
    visibility: result.visibility,
    visibilityText: words.word(`visibility.${result.visibility}`),
    verdict,
    verdictText: words.word(verdictKey(result)),
    fraction: `${words.number(result.points)} / ${words.number(result.maxPoints)}`,
    lost: result.maxPoints - result.points,
    explanation: explain(result, tellingOf(disclosed, task, telling)),
    hint: hinted && hint !== undefined ? fromMarked(hint) : null,
    misconception: misconceptionOf(disclosed, task, words),
    curve: viewCurve(result.curve, words, disclosed.disclosure === 'full'),
    measured: audience === 'instructor' ? measured(disclosed, words) : [],
  }
}

/** A number that could be better is no wrong answer. */
function verdictKey({ verdict, cause }: CheckResult) {
  return cause?.kind === 'below-threshold' ? 'verdict.below' : (`verdict.${verdict}` as const)
}

function misconceptionOf(
  { result }: DisclosedCheck,
  { task }: DisclosedTask,
  words: Catalogue,
): Sentence | null {
  if (result.misconception === null || result.verdict === 'pass') return null
  const named = task?.misconceptions.find(({ id }) => id === result.misconception)
  return named === undefined ? null : fromMarked(named.sentence[words.language])
}

function measured({ result }: DisclosedCheck, words: Catalogue): Fact[] {
  const facts = Object.entries(result.measurements).map(([label, value]) => ({
    label,
    value: [{ text: formatMeasured(words.language, value) }],
  }))
  const seconds = words.say('label.seconds', { seconds: result.seconds })
  return [...facts, { label: words.word('label.time'), value: seconds }]
}

function viewWithheld({ result, disclosure }: DisclosedCheck, words: Catalogue): WithheldCheck {
  const key = disclosure === 'after-due' ? 'withheld.after-due' : 'withheld.never'
  return { name: [code(result.id)], what: words.say(key) }
}

/** A submission can sleep for as long as an input says: the time of a hidden check is not told. */
function timeOf(checks: readonly DisclosedCheck[], words: Catalogue): string {
  const told = checks.filter(({ disclosure }) => disclosure === 'full')
  if (told.length === 0) return ''
  const seconds = told.reduce((sum, { result }) => sum + result.seconds, 0)
  return words.word('label.seconds', { seconds: words.number(seconds) })
}

export function tellingOf(
  { disclosure }: DisclosedCheck,
  { task, result }: DisclosedTask,
  telling: TaskTelling,
): Telling {
  return { ...telling, task, declared: result.location, full: disclosure === 'full' }
}
