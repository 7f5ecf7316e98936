import { checkKey } from '../kit/settings.ts'
import type { Lab, Task } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import type { CheckResult, TaskResult } from '../model/scorecard.ts'
import { unmeasured } from '../model/value-json.ts'
import { scoreChecks } from '../score/score.ts'
import type { Finding, Rule } from './finding.ts'
import { lazyAnswersFail } from './predictors.ts'
import type { Rehearsals } from './rehearsals.ts'
import type { Scope } from './scope.ts'

/** What rehearsals are judged by. */
export interface Grounds {
  readonly lab: Lab
  /** The name of the data set that was trained on. */
  readonly dataset: string | null
  readonly scope: Scope
}

/** What the rehearsals show against a lab; empty when it grades fairly. Pure. */
export function judgeRehearsals(grounds: Grounds, rehearsals: Rehearsals): Finding[] {
  return [
    ...fullMarks(grounds, 'solution', 'solution', rehearsals.solution),
    ...Object.entries(rehearsals.accepted).flatMap(([name, checks]) =>
      fullMarks(grounds, 'accepted', `accepted/${name}`, checks),
    ),
    ...twoAccepted(rehearsals),
    ...noPoints(grounds, rehearsals),
    ...misconceptionsNamed(grounds, rehearsals),
    ...witnesses(grounds, rehearsals),
    ...coarseAnswersFail(grounds, rehearsals),
    ...Object.entries(rehearsals.predictors).flatMap(([name, checks]) =>
      lazyAnswersFail(scored(grounds, checks), checks, name),
    ),
  ]
}

function scored({ lab, dataset }: Grounds, checks: readonly CheckOutcome[]): TaskResult[] {
  return scoreChecks(lab, checks, { dataset })
}

/** Results by `task/check`, of the checks that were run. */
function results(grounds: Grounds, checks: readonly CheckOutcome[]): Map<string, CheckResult> {
  const ran = new Set(checks.map(({ task, check }) => checkKey(task, check)))
  return new Map(
    scored(grounds, checks)
      .flatMap((task) => task.checks.map((check) => [checkKey(task.id, check.id), check] as const))
      .filter(([key]) => ran.has(key)),
  )
}

/** A right answer gets every point, and no misconception is named for it. */
export function fullMarks(
  grounds: Grounds,
  rule: Rule,
  about: string,
  checks: readonly CheckOutcome[],
): Finding[] {
  const lost = [...results(grounds, checks)].filter(
    ([, { points, maxPoints }]) => points < maxPoints,
  )
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

function noPoints(grounds: Grounds, { starter }: Rehearsals): Finding[] {
  const wrong = [...results(grounds, starter)].filter(
    ([, { points, verdict }]) => points > 0 || verdict !== 'skip',
  )
  return wrong.map(([key, result]) => ({
    rule: 'starter',
    about: key,
    what: `the stub is ${result.verdict} with ${result.points} points, not "not started": ${reason(result)}`,
  }))
}

function misconceptionsNamed(grounds: Grounds, { misconceptions }: Rehearsals): Finding[] {
  return grounds.lab.tasks.flatMap((task) =>
    task.misconceptions.flatMap(({ id }) =>
      misconceptionNamed(grounds, task, id, misconceptions[id] ?? []),
    ),
  )
}

function misconceptionNamed(
  grounds: Grounds,
  task: Task,
  id: string,
  checks: readonly CheckOutcome[],
): Finding[] {
  const about = id
  const rule = 'misconceptions'
  const failed = [...results(grounds, checks)].filter(([, { verdict }]) => verdict !== 'pass')
  const own = failed.filter(([key]) => key.startsWith(`${task.id}/`))
  // What only a training shows cannot be judged where none is run.
  const untried = checks.length < task.checks.length
  if (own.length === 0) {
    return untried ? [] : [{ rule, about, what: `loses no check of task "${task.id}"` }]
  }
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
    ...(named || untried
      ? []
      : [{ rule: 'misconceptions' as const, about, what: 'is named by no check' }]),
  ]
}

/**
 * Every check has a witness: a misconception, a lazy predictor, or an answer of plausible size that is wrong
 * everywhere. NaN does not count, for the matchers refuse it whatever the tolerance.
 */
function witnesses(grounds: Grounds, rehearsals: Rehearsals): Finding[] {
  const { misconceptions, predictors, distortions } = rehearsals
  const { zeros, constant, nan, float16 } = distortions
  const wrong = [
    ...Object.values(misconceptions),
    ...Object.values(predictors),
    ...[zeros, constant, float16],
  ].map((checks) => results(grounds, checks))
  const undefinedAnswers = results(grounds, nan)
  const { computing, training } = grounds.scope
  return [...computing, ...training].flatMap((key): Finding[] => {
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
function coarseAnswersFail(grounds: Grounds, { distortions }: Rehearsals): Finding[] {
  const zeros = results(grounds, distortions.zeros)
  return grounds.lab.tasks.flatMap((task) =>
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
