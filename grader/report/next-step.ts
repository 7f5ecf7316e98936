import type { Catalogue } from './catalogue.ts'
import { type DisclosedCheck, type DisclosedTask, isShown } from './disclosure.ts'
import { explain } from './explanation.ts'
import type { Sentence } from './report-view.ts'
import { code, fromMarked } from './sentence.ts'
import { isHinted, type TaskTelling, tellingOf, wholeTaskKind } from './task-view.ts'

interface Candidate {
  readonly task: DisclosedTask
  readonly check: DisclosedCheck
  readonly lost: number
}

/** One sentence: what to do next. Knows of nothing but the checks that are shown. */
export function nextStep(telling: TaskTelling, tasks: readonly DisclosedTask[]): Sentence {
  const { words, folder } = telling
  const shown = tasks.flatMap((task) =>
    task.checks.filter(isShown).map((check) => ({ task, check, lost: lostPoints(check) })),
  )
  const wrong = highest(shown.filter(({ check }) => isWrong(check)))
  if (wrong !== null) {
    return wholeTaskKind(wrong.check.result.cause) === null
      ? mend(telling, wrong)
      : mendFile(words, wrong.task, folder)
  }
  const unstarted = highest(
    tasks
      .map((task) => ({ task, lost: unstartedPoints(task) }))
      .filter(({ task }) => task.checks.filter(isShown).some(isUnstarted)),
  )
  if (unstarted !== null) return start(words, unstarted.task, unstarted.lost, folder)
  if (shown.some(({ check }) => check.result.verdict === 'fault')) return words.say('next.fault')
  const elsewhere = tasks.reduce((sum, task) => sum + task.elsewhere, 0)
  if (elsewhere > 0) return words.say('next.push', { count: elsewhere })
  const withheld = tasks.some(({ checks }) => !checks.every(isShown))
  return words.say(withheld ? 'next.shown' : 'next.done')
}

function mend(telling: TaskTelling, { task, check, lost }: Candidate): Sentence {
  const { words } = telling
  const values = { check: code(check.result.id), task: code(task.result.id), count: lost }
  const sentence =
    task.elsewhere > 0
      ? words.say('next.check.elsewhere', { ...values, more: task.elsewhere })
      : words.say('next.check', values)
  const more = advice(telling, task, check)
  return more === null ? sentence : [...sentence, { text: ' ' }, ...more]
}

function advice(telling: TaskTelling, task: DisclosedTask, check: DisclosedCheck): Sentence | null {
  const { language } = telling.words
  if (!isHinted(check.result)) return null
  const named = task.task?.misconceptions.find(({ id }) => id === check.result.misconception)
  if (named !== undefined) return fromMarked(named.sentence[language])
  // Hints are about wrong numbers: "train longer" helps nobody whose function returns nothing.
  if (isBuiltDifferently(check)) {
    const open = task.checks.find((each) => each.disclosure === 'full' && isBuiltDifferently(each))
    const clearest = open ?? check
    return explain(clearest.result, tellingOf(clearest, task, telling))?.what ?? null
  }
  const hint = check.check?.hint?.[language]
  return hint === undefined ? null : fromMarked(hint)
}

/** A file that is not there, does not load or lacks its function: no check can say more than that. */
function mendFile(words: Catalogue, task: DisclosedTask, folder: string): Sentence {
  const waiting = task.checks.filter((check) => isShown(check) && isWrong(check))
  return words.say('next.mend', {
    file: code(`${folder}${task.task?.file ?? `${task.result.id}.ts`}`),
    task: code(task.result.id),
    count: waiting.reduce((sum, check) => sum + lostPoints(check), 0),
  })
}

function start(words: Catalogue, task: DisclosedTask, lost: number, folder: string): Sentence {
  const file = code(`${folder}${task.task?.file ?? `${task.result.id}.ts`}`)
  const values = { task: code(task.result.id), file, count: lost }
  return task.elsewhere > 0
    ? words.say('next.start.elsewhere', { ...values, more: task.elsewhere })
    : words.say('next.start', values)
}

function isWrong({ result: { verdict } }: DisclosedCheck): boolean {
  return verdict === 'fail' || verdict === 'crash' || verdict === 'limit'
}

function isBuiltDifferently({ result: { cause } }: DisclosedCheck): boolean {
  return cause?.kind === 'mismatch' && cause.mismatch.kind === 'structure'
}

function isUnstarted({ result }: DisclosedCheck): boolean {
  return result.verdict === 'skip'
}

function lostPoints({ result }: DisclosedCheck): number {
  return result.maxPoints - result.points
}

function unstartedPoints({ checks }: DisclosedTask): number {
  const unstarted = checks.filter((check) => isShown(check) && isUnstarted(check))
  return unstarted.reduce((sum, check) => sum + lostPoints(check), 0)
}

/** The first of those with the most points to win. */
function highest<T extends { readonly lost: number }>(items: readonly T[]): T | null {
  return items.reduce<T | null>(
    (best, item) => (best === null || item.lost > best.lost ? item : best),
    null,
  )
}
