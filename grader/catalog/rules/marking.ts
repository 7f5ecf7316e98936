import type { Issue } from '../../model/issue.ts'
import { issueAt } from '../../reading/source.ts'
import { list } from '../../reading/suggest.ts'
import { asRecord } from '../../reading/words.ts'
import type { DraftCheck } from '../draft.ts'
import type { LabFiles } from '../lab-files.ts'
import type { Rule } from './rule.ts'

const THRESHOLD = ['measure', 'marks', 'seeds', 'rule', 'reason'] as const
const BOUNDS = ['max-error', 'max-relative-error'] as const

/** One rule over each check: `where` is a path inside the check. */
type Finding = { readonly where: readonly string[]; readonly what: string; readonly next: string }

function overChecks(find: (check: DraftCheck, it: string) => Finding | null): Rule {
  return ({ draft, yaml }: LabFiles) =>
    draft.tasks
      .flatMap(({ checks }) => checks)
      .flatMap((check): Issue[] => {
        const found = find(check, `check "${check.id}" of task "${check.task}"`)
        if (found === null) return []
        const path = [...check.path, ...found.where]
        return [issueAt(yaml.source, yaml.keyAt(path), found.what, found.next)]
      })
}

export const tolerancesHaveOneBound = overChecks(({ fields }, it) => {
  if (fields['tolerance'] === undefined) return null
  const given = BOUNDS.filter((bound) => bound in asRecord(fields['tolerance']))
  if (given.length === 1) return null
  const what =
    given.length === 0
      ? `the tolerance of ${it} has no bound.`
      : `the tolerance of ${it} has two bounds.`
  return { where: ['tolerance'], what, next: `Write one of ${list(BOUNDS)}.` }
})

export const tolerancesHaveReasons = overChecks(({ fields }, it) => {
  const tolerance = fields['tolerance']
  if (tolerance === undefined || 'reason' in asRecord(tolerance)) return null
  return {
    where: ['tolerance'],
    what: `the tolerance of ${it} has no reason.`,
    next: 'Add reason: what was measured, on what, and the margin.',
  }
})

export const thresholdsAreComplete = overChecks(({ fields }, it) => {
  const given = THRESHOLD.filter((key) => key in fields)
  const missing = THRESHOLD.filter((key) => !(key in fields))
  if (given.length === 0 || missing.length === 0) return null
  if (given.length === 1 && given[0] === 'reason') {
    const what = `${it} has a reason but no threshold.`
    return { where: ['reason'], what, next: 'Move the reason into the tolerance, or remove it.' }
  }
  const what = `the threshold of ${it} has no ${list(missing)}.`
  return { where: [given[0] ?? 'measure'], what, next: `Add ${list(missing, 'and')}.` }
})

export const checksAreMarkedOneWay = overChecks(({ fields }, it) => {
  if (!('tolerance' in fields) || !('measure' in fields)) return null
  const what = `${it} has a tolerance and a threshold.`
  return { where: ['tolerance'], what, next: 'Keep one of the two.' }
})

export const marksDiffer = overChecks(({ fields }, it) => {
  const { none, full } = asRecord(fields['marks'])
  if (typeof none !== 'number' || none !== full) return null
  const what = `the marks of ${it} go from ${none} to ${none}.`
  return { where: ['marks'], what, next: 'Write two different numbers for none and full.' }
})
