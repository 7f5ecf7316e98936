import { readFileSync, statSync } from 'node:fs'
import { BACKENDS } from '../../model/backend.ts'
import type { Lab } from '../../model/lab.ts'
import type { Provenance } from '../../model/outcome.ts'
import type { PlannedPull, PullResult } from '../../model/pulls.ts'
import { validatePullResult } from '../../model/records.ts'
import type { Scorecard, TaskResult } from '../../model/scorecard.ts'
import { graderVersion } from '../../run/provenance.ts'

/** A scorecard of the largest lab has 200 kB; what is far larger was not written by us. */
export const LARGEST_RESULT = 8_000_000

type Reading =
  | { readonly ok: true; readonly result: PullResult }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads what a job that ran students' code says. It may say anything: nothing but what the plan and the lab
 * allow is taken from it.
 */
export function readResult(file: string): Reading {
  const { size } = statSync(file)
  if (size > LARGEST_RESULT) {
    return refused(`has ${size} bytes; a result has at most ${LARGEST_RESULT}`)
  }
  let data: unknown
  try {
    data = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return refused(`is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const read = validatePullResult(data)
  return read.ok
    ? { ok: true, result: read.value }
    : refused(`is no result: ${read.problems.slice(0, 5).join('; ')}`)
}

function refused(problem: string): Reading {
  return { ok: false, problem }
}

/** The planned pull request that a result is of; what is wrong where there is none. */
export function plannedFor(
  result: PullResult,
  plans: readonly PlannedPull[],
): PlannedPull | { readonly problem: string } {
  const { repository, number, lab, head, commit } = result
  const ofPull = plans.filter((each) => each.repository === repository && each.number === number)
  const planned = ofPull.find((each) => each.lab === lab)
  if (ofPull.length === 0) return { problem: `is of ${repository}#${number}, which is not planned` }
  if (planned === undefined) return { problem: `is of the lab ${lab}, which is not planned there` }
  if (planned.head !== head) return { problem: `is of the head ${head}, not ${planned.head}` }
  if (planned.commit !== commit) return { problem: `is of commit ${commit}, not ${planned.commit}` }
  return planned
}

/** Everything that a scorecard claims and the plan or the lab contradicts. */
export function lies(card: Scorecard, planned: PlannedPull, lab: Lab): string[] {
  const { provenance } = card
  const claims: [boolean, string][] = [
    [card.lab === planned.lab, `names the lab ${card.lab}`],
    [card.submission === planned.source, `names the submission ${card.submission}`],
    [provenance.commit === planned.commit, `names the commit ${provenance.commit}`],
    [provenance.labHash === lab.hash, 'was made with other specs than those here'],
    [provenance.split === planned.split, `was made with the ${provenance.split} examples`],
    [provenance.rung !== 'import', 'was made without a sandbox'],
  ]
  return [
    ...strangeWords(provenance),
    ...claims.flatMap(([holds, what]) => (holds ? [] : [what])),
    ...lab.tasks.flatMap((task) => {
      const result = card.tasks.find(({ id }) => id === task.id)
      return result === undefined ? [`has no task ${task.id}`] : liesOf(result, task)
    }),
    ...card.tasks.flatMap(({ id }) =>
      lab.tasks.some((task) => task.id === id) ? [] : [`has a task ${id} that the lab has not`],
    ),
    ...wrongSum('the lab', card, card.tasks),
  ]
}

/** What the foot of a comment says of the grading is ours, or names and numbers of this form. */
const FORMS: Readonly<Partial<Record<keyof Provenance, RegExp>>> = {
  dataset: /^[\w.-]{1,60}$/,
  backbone: /^[\w.-]{1,60}$/,
  backendVersion: /^\d+(\.\d+){1,3}(-[\w.]{1,20})?$/,
  startedAt: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/,
}

function strangeWords(provenance: Provenance): string[] {
  const wrong = Object.entries(FORMS).flatMap(([name, form]) => {
    const said = new Map<string, unknown>(Object.entries(provenance)).get(name) ?? null
    return said === null || (typeof said === 'string' && form.test(said)) ? [] : [name]
  })
  const { backend, device, startedAt, graderVersion: version } = provenance
  return [
    ...wrong.map((name) => `has a ${name} that is none`),
    ...(BACKENDS.some((id) => id === backend) ? [] : ['names no backend that there is']),
    ...(device === 'cpu' || device === 'gpu' ? [] : ['names no device that there is']),
    ...(Number.isNaN(Date.parse(startedAt)) ? ['was made at no time'] : []),
    ...(version === graderVersion() ? [] : ['was made by another grader']),
  ]
}

function liesOf(result: TaskResult, task: Lab['tasks'][number]): string[] {
  const ids = result.checks.map(({ id }) => id)
  const missing = task.checks.filter(({ id }) => !ids.includes(id))
  const claims = result.checks.flatMap(({ id, points, maxPoints, visibility, verdict }) => {
    const name = `${task.id}/${id}`
    const check = task.checks.find((each) => each.id === id)
    if (check === undefined) return [`has a check ${name} that the lab has not`]
    return [
      ...(maxPoints === check.points ? [] : [`says ${name} has ${maxPoints} points`]),
      ...(points >= 0 && points <= check.points ? [] : [`gives ${points} points for ${name}`]),
      ...(verdict === 'pass' || points < check.points
        ? []
        : [`gives all points for a failed ${name}`]),
      ...(visibility === check.visibility ? [] : [`says ${name} is ${visibility}`]),
    ]
  })
  return [
    ...missing.map(({ id }) => `has no check ${task.id}/${id}`),
    ...(new Set(ids).size === ids.length ? [] : [`has a check of ${task.id} twice`]),
    ...claims,
    ...wrongSum(task.id, result, result.checks),
  ]
}

interface Pointed {
  readonly points: number
  readonly maxPoints: number
}

/** Sums of decimals differ in their last digits. */
const CLOSE = 1e-6

function wrongSum(name: string, total: Pointed, parts: readonly Pointed[]): string[] {
  return (['points', 'maxPoints'] as const).flatMap((key) => {
    const sum = parts.reduce((all, part) => all + part[key], 0)
    const holds = Math.abs(sum - total[key]) <= CLOSE
    return holds ? [] : [`adds up ${key} of ${name} to ${total[key]}, not ${sum}`]
  })
}
