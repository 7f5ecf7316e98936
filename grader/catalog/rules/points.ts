import type { Issue } from '../../model/issue.ts'
import { issueAt } from '../../reading/source.ts'
import type { Rule } from './rule.ts'

const LAB_POINTS = 100

export const taskPointsAreTheSumOfItsChecks: Rule = ({ draft, yaml }) =>
  draft.tasks.flatMap(({ id, path, points, checks }): Issue[] => {
    const sum = total(checks.map((check) => check.points))
    if (points === null || sum === null || same(points, sum)) return []
    const what = `task "${id}" has ${points} points but its checks add up to ${round(sum)}.`
    const next = `Write points: ${round(sum)}, or change the checks.`
    return [issueAt(yaml.source, yaml.valueAt([...path, 'points']), what, next)]
  })

export const labPointsAddUpTo100: Rule = ({ draft, yaml }) => {
  const sum = total(draft.tasks.map(({ points }) => points))
  if (sum === null || draft.tasks.length === 0 || same(sum, LAB_POINTS)) return []
  const what = `the points of the tasks add up to ${round(sum)}, not ${LAB_POINTS}.`
  const missing = round(LAB_POINTS - sum)
  const next = missing > 0 ? `Give out ${missing} more.` : `Take ${-missing} away.`
  return [issueAt(yaml.source, yaml.keyAt(['tasks']), what, next)]
}

/** Null when a part is not a number: the schema has said so. */
function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0)
}

/** Points may be fractions such as 2.5 or 0.1, which do not add up exactly. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9
}

function round(points: number): number {
  return Number(points.toFixed(6))
}
