import type { Check, Lab, Task } from '../model/lab.ts'
import type { CheckResult, Scorecard, TaskResult } from '../model/scorecard.ts'
import type { Audience } from './report-view.ts'

/**
 * How much of a check may be told.
 * full: everything. kind: verdict, points, hint, misconception and the kind of mismatch.
 * after-due, never: that it exists, and nothing of how it went.
 */
type Disclosure = 'full' | 'kind' | 'after-due' | 'never'

export interface DisclosedCheck {
  readonly result: CheckResult
  /** Null when the lab has no such check any more. */
  readonly check: Check | null
  readonly disclosure: Disclosure
}

export interface DisclosedTask {
  readonly result: TaskResult
  readonly task: Task | null
  readonly checks: readonly DisclosedCheck[]
  /** Points of checks that this grading did not run: a student's own checks leave the hidden ones out. */
  readonly elsewhere: number
}

export interface Reader {
  readonly audience: Audience
  readonly afterDue: boolean
}

/** Decides for every result what this reader may see. The strictest of lab and scorecard holds. */
export function disclose(lab: Lab, card: Scorecard, reader: Reader): DisclosedTask[] {
  const known = new Map(lab.tasks.map((task) => [task.id, task]))
  return card.tasks.map((result) => {
    const task = known.get(result.id) ?? null
    const checks = result.checks.map((checkResult) => {
      const check = task?.checks.find(({ id }) => id === checkResult.id) ?? null
      return { result: checkResult, check, disclosure: disclosureOf(checkResult, check, reader) }
    })
    const ran = new Set(result.checks.map(({ id }) => id))
    const elsewhere = sum(task?.checks.filter(({ id }) => !ran.has(id)) ?? [])
    return { result, task, checks, elsewhere }
  })
}

function disclosureOf(result: CheckResult, check: Check | null, reader: Reader): Disclosure {
  if (reader.audience === 'instructor') return 'full'
  if (check?.visibility !== 'hidden' && result.visibility === 'public') return 'full'
  // A hidden check that the lab no longer has: nobody can say when it was to be shown.
  const release = check?.release ?? 'never'
  if (release === 'after-due') return reader.afterDue ? 'kind' : 'after-due'
  return release === 'never' ? 'never' : 'kind'
}

export function isShown({ disclosure }: DisclosedCheck): boolean {
  return disclosure === 'full' || disclosure === 'kind'
}

function sum(checks: readonly Check[]): number {
  return checks.reduce((points, check) => points + check.points, 0)
}
