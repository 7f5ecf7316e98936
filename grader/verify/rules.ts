import type { Lab, Task } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import type { CheckResult } from '../model/scorecard.ts'
import { unmeasured } from '../model/value-json.ts'
import { scoreChecks } from '../score/score.ts'
import type { Finding, Rule } from './finding.ts'
import type { Rehearsals } from './rehearsals.ts'

/** What the rehearsals show against a lab; empty when it grades fairly. Pure. */
export function judgeRehearsals(lab: Lab, rehearsals: Rehearsals): Finding[] {
  return [
    ...fullMarks(lab, 'solution', 'solution', rehearsals.solution),
    ...Object.entries(rehearsals.accepted).flatMap(([name, checks]) =>
      fullMarks(lab, 'accepted', `accepted/${name}`, checks),
    ),
    ...twoAccepted(rehearsals),
    ...noPoints(lab, rehearsals),
    ...misconceptionsNamed(lab, rehearsals),
    ...witnesses(lab, rehearsals),
    ...coarseAnswersFail(lab, rehearsals),
  ]
}

/** Results by `task/check`. */
function results(lab: Lab, checks: readonly CheckOutcome[]): Map<string, CheckResult> {
  return new Map(
    scoreChecks(lab, checks).flatMap((task) =>
      task.checks.map((check) => [`${task.id}/${check.id}`, check] as const),
    ),
  )
}

/** A right answer gets every point, and no misconception is named for it. */
export function fullMarks(
  lab: Lab,
  rule: Rule,
  about: string,
  checks: readonly CheckOutcome[],
): Finding[] {
  const lost = [...results(lab, checks)].filter(([, { points, maxPoints }]) => points < maxPoints)
  const named = checks.filter(({ misconceptions }) => misconceptions.length > 0)
  return [
    ...lost.map(([key, result]) => ({
      rule,
      about,
      what: `${key} is not passed: ${reason(result)}`,
    })),
    ...named.map(({ task, check, misconceptions }) => ({
      rule,
      about,
      what: `${task}/${check} names ${misconceptions.join(', ')} although the answer is right`,
    })),
  ]
}

function twoAccepted({ accepted }: Rehearsals): Finding[] {
  const count = Object.keys(accepted).length
  if (count >= 2) return []
  const what = `there are ${count}; a grader is trusted when at least 2 written differently pass`
  return [{ rule: 'accepted', about: 'accepted/', what }]
}

function noPoints(lab: Lab, { starter }: Rehearsals): Finding[] {
  const wrong = [...results(lab, starter)].filter(
    ([, { points, verdict }]) => points > 0 || verdict !== 'skip',
  )
  return wrong.map(([key, result]) => ({
    rule: 'starter',
    about: key,
    what: `the stub is ${result.verdict} with ${result.points} points, not "not started": ${reason(result)}`,
  }))
}

function misconceptionsNamed(lab: Lab, { misconceptions }: Rehearsals): Finding[] {
  return lab.tasks.flatMap((task) =>
    task.misconceptions.flatMap(({ id }) =>
      misconceptionNamed(lab, task, id, misconceptions[id] ?? []),
    ),
  )
}

function misconceptionNamed(
  lab: Lab,
  task: Task,
  id: string,
  checks: readonly CheckOutcome[],
): Finding[] {
  const about = id
  const rule = 'misconceptions'
  const failed = [...results(lab, checks)].filter(([, { verdict }]) => verdict !== 'pass')
  const own = failed.filter(([key]) => key.startsWith(`${task.id}/`))
  if (own.length === 0) return [{ rule, about, what: `loses no check of task "${task.id}"` }]
  const broken = own.filter(
    ([, { verdict, misconception }]) =>
      verdict !== 'fail' && !(verdict === 'crash' && misconception === id),
  )
  const others = own.filter(
    ([, { misconception }]) => misconception !== null && misconception !== id,
  )
  const named = own.some(([, { misconception }]) => misconception === id)
  return [
    ...broken.map(([key, result]) => ({
      rule: 'misconceptions' as const,
      about,
      what: `ends ${key} with ${result.verdict}, which no student should see: ${reason(result)}`,
    })),
    ...others.map(([key, { misconception }]) => ({
      rule: 'misconceptions' as const,
      about,
      what: `is taken for ${misconception} by ${key}`,
    })),
    ...(named ? [] : [{ rule: 'misconceptions' as const, about, what: 'is named by no check' }]),
  ]
}

/**
 * Every check has a witness: a misconception, or an answer of plausible size that is wrong everywhere. NaN
 * does not count, for the matchers refuse it whatever the tolerance.
 */
function witnesses(lab: Lab, { misconceptions, distortions }: Rehearsals): Finding[] {
  const { zeros, constant, nan, float16 } = distortions
  const wrong = [...Object.values(misconceptions), zeros, constant, float16].map((checks) =>
    results(lab, checks),
  )
  const undefinedAnswers = results(lab, nan)
  return [...undefinedAnswers.keys()].flatMap((key): Finding[] => {
    const rule = 'witnesses'
    const witnessed = wrong.some((each) => each.get(key)?.verdict === 'fail')
    if (!witnessed)
      return [{ rule, about: key, what: 'no misconception and no broken answer fails it' }]
    const passesNaN = undefinedAnswers.get(key)?.verdict === 'pass'
    return passesNaN ? [{ rule, about: key, what: 'answers of NaN pass it' }] : []
  })
}

/** Relative precision of float16, 11 significant bits: an answer that coarse hides mistakes. */
const HALF_PRECISION = 2 ** -11

/**
 * A tolerance must be finer than half precision would need at the size of the answers. Answers of zero are
 * off by just that size.
 */
function coarseAnswersFail(lab: Lab, { distortions }: Rehearsals): Finding[] {
  const zeros = results(lab, distortions.zeros)
  return lab.tasks.flatMap((task) =>
    task.checks.flatMap(({ id, tolerance }): Finding[] => {
      if (tolerance === null) return []
      const { metric, bound } = tolerance
      const key = `${task.id}/${id}`
      const size = unmeasured(zeros.get(key)?.measurements[metric] ?? 0)
      if (bound <= size * HALF_PRECISION) return []
      const what = `${metric} ${bound} lets answers pass that keep three digits only: they are at most ${size.toPrecision(3)}`
      return [{ rule: 'tolerances', about: key, what }]
    }),
  )
}

function reason({ cause }: CheckResult): string {
  return cause === null ? 'no cause recorded' : JSON.stringify(cause).slice(0, 300)
}
