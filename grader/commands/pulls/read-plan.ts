import { readFileSync } from 'node:fs'
import { InputError } from '../../model/issue.ts'
import type { PlannedPull, PullPlan } from '../../model/pulls.ts'
import { validatePlan } from '../../model/records.ts'

/** Throws an InputError that says what is wrong with the file. */
export function readPlan(file: string): PullPlan {
  const next = 'Make it with: gradus plan --out plan.json'
  const refuse = (what: string) => new InputError([{ file, line: null, column: null, what, next }])
  let data: unknown
  try {
    data = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw refuse(`cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const read = validatePlan(data)
  if (read.ok) return read.value
  throw refuse(`is no plan: ${read.problems.slice(0, 5).join('; ')}.`)
}

/** The part of a plan that a shard `2/4` does: every fourth, so that long labs are spread. */
export function shardOf(pulls: readonly PlannedPull[], shard: string | undefined): PlannedPull[] {
  if (shard === undefined) return [...pulls]
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(shard) ?? []).map(Number)
  if (index >= 1 && index <= count) return pulls.filter((_, at) => at % count === index - 1)
  const what = `"${shard}" is no part of a plan.`
  const next = 'Write the number of this part and of all parts: --shard 2/4'
  throw new InputError([{ file: '--shard', line: null, column: null, what, next }])
}
