import type { Rights } from '../platform/github/index.ts'
import { type Finding, ill, spare, well } from './finding.ts'

/** What grading on GitHub needs to know of a course. */
export interface CourseFacts {
  readonly repositories: number
  readonly pullRequests: number
  /** Whether the machine that grades is one of GitHub's, which costs minutes. */
  readonly isHosted: boolean
}

/** How often `grade.yml` asks what is new. */
const POLLS_A_DAY = 48
const DAYS = 30
/** A job that only asks, with what it takes to start it. */
const MINUTES_OF_A_POLL = 1
/** A student pushes so often in a lab, in a month with one lab. */
const PUSHES = 8
/** Of grading one submission, and of what starting a job for up to 20 of them adds to each. */
const MINUTES_OF_A_PUSH = 1

/** What GitHub lets us do, and what it will cost. */
export function githubFindings({ who, rights }: Rights, course: CourseFacts): Finding[] {
  if (who === null) {
    const next =
      'Compare GRADUS_APP_ID and GRADUS_APP_KEY, or GRADUS_TOKEN, with the page they came from.'
    return [ill('identity', 'GitHub does not know it', next)]
  }
  const permissions = rights.map(({ permission, why, grantedBy }) =>
    grantedBy === null
      ? well(permission, why)
      : ill(permission, `missing: ${why}`, `It is granted by ${grantedBy}.`),
  )
  return [well('identity', who), ...permissions, minutes(course)]
}

function minutes({ repositories, pullRequests, isHosted }: CourseFacts): Finding {
  const asking = POLLS_A_DAY * DAYS * MINUTES_OF_A_POLL
  const grading = isHosted ? pullRequests * PUSHES * MINUTES_OF_A_PUSH : 0
  const graded = isHosted
    ? `and ${grading} for grading ${PUSHES} pushes of each student`
    : 'and none for grading, on a machine of yours'
  const what =
    `about ${asking + grading} a month: ${asking} for asking every half hour about ` +
    `${repositories} repositories, ${graded}`
  return spare(
    'minutes',
    what,
    isHosted ? 'They cost nothing on machines of your own: runs-on.' : null,
  )
}
