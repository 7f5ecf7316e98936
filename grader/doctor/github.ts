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
/** Of a job that only asks: to start it and install packages, and of each repository. */
const SECONDS_TO_START = 45
const SECONDS_OF_A_REPOSITORY = 0.1
/** A student pushes so often in a lab, in a month with one lab. */
const PUSHES = 8
/** Of grading one submission, and of what starting a job for up to 20 of them adds to each. */
const MINUTES_OF_A_PUSH = 1

/** What GitHub lets us do, and what it will cost; `rights` are null where no repository is there yet. */
export function githubFindings(
  { who, rights }: Pick<Rights, 'who'> & { readonly rights: Rights['rights'] | null },
  course: CourseFacts,
): Finding[] {
  if (who === null) {
    const next =
      'Compare GRADUS_APP_ID and GRADUS_APP_KEY, or GRADUS_TOKEN, with the page they came from.'
    return [ill('identity', 'GitHub does not know it', next)]
  }
  if (rights === null) {
    const what = `none of ${course.repositories} is there, or ${who} may see none`
    const next = `Make them, with a pull request of your own in one, and let ${who} see them; then ask again.`
    return [well('identity', who), ill('repositories', what, next), minutes(course)]
  }
  const permissions = rights.map(({ permission, why, grantedBy }) =>
    grantedBy === null
      ? well(permission, why)
      : ill(permission, `missing: ${why}`, `It is granted by ${grantedBy}.`),
  )
  return [well('identity', who), ...permissions, minutes(course)]
}

function minutes({ repositories, pullRequests, isHosted }: CourseFacts): Finding {
  // GitHub bills the begun minute
  const poll = Math.ceil((SECONDS_TO_START + repositories * SECONDS_OF_A_REPOSITORY) / 60)
  const asking = POLLS_A_DAY * DAYS * poll
  const grading = isHosted ? pullRequests * PUSHES * MINUTES_OF_A_PUSH : 0
  const graded = isHosted
    ? `and ${grading} for grading ${PUSHES} pushes of each student`
    : 'and none for grading, on a machine of yours'
  const what =
    `about ${asking + grading} a month: ${asking} for asking every half hour about ` +
    `${repositories} ${repositories === 1 ? 'repository' : 'repositories'}, ${graded}`
  return spare(
    'minutes',
    what,
    isHosted ? 'They cost nothing on machines of your own: runs-on.' : null,
  )
}
