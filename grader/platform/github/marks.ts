import { createHash } from 'node:crypto'
import { type Octokit, ONCE } from './client.ts'
import { type Mark, MOST_ANNOTATIONS, type WantedMark, type Written } from './hub.ts'
import { repeated } from './repeated.ts'

export interface Commit {
  readonly owner: string
  readonly repo: string
  readonly sha: string
}

/** How one of the two kinds of mark is read and written. */
export interface Marks {
  /** Says what a mark says. */
  digest(wanted: WantedMark): string
  latest(name: string): Promise<Mark | null>
  write(name: string, wanted: WantedMark, digest: string): Promise<void>
}

export async function markOnce(
  marks: Marks,
  name: string,
  wanted: WantedMark,
  isFirst: boolean,
): Promise<Written> {
  const digest = marks.digest(wanted)
  let isLookedFor = !isFirst
  return repeated(async () => {
    const before = isLookedFor ? await marks.latest(name) : null
    // the answer to what is written now may get lost
    isLookedFor = true
    if (before?.digest === digest) return 'unchanged'
    await marks.write(name, wanted, digest)
    return before === null ? 'created' : 'edited'
  })
}

/** Check runs, which only Apps may write. A new one stands in the place of an old one of its name. */
export function checkRuns(client: Octokit, appSlug: string, { owner, repo, sha }: Commit): Marks {
  return {
    digest: (wanted) => sha256(JSON.stringify(wanted)),
    async latest(check_name) {
      const { data } = await client.rest.checks.listForRef({
        ...{ owner, repo, ref: sha, check_name, filter: 'latest', per_page: 100 },
      })
      const ours = data.check_runs.find(
        ({ app, name, status }) =>
          app?.slug === appSlug && name === check_name && status === 'completed',
      )
      return ours === undefined ? null : readDigest(ours.external_id ?? '')
    },
    async write(name, wanted, digest) {
      const { kind, passes, summary, annotations } = wanted
      await client.rest.checks.create({
        ...{
          owner,
          repo,
          name,
          head_sha: sha,
          status: 'completed',
          external_id: `${kind} ${digest}`,
        },
        conclusion: kind === 'fault' ? 'neutral' : passes ? 'success' : 'failure',
        output: {
          title: titleOf(wanted),
          summary,
          annotations: annotations.slice(0, MOST_ANNOTATIONS).map((each) => ({
            ...{ path: each.path, start_line: each.line, end_line: each.line },
            ...{ annotation_level: 'warning', title: each.title, message: each.message },
          })),
        },
        request: ONCE,
      })
    },
  }
}

const LONGEST_STATUS = 140

/** Commit statuses: one line, no annotations, and no place for a digest but that line. */
export function statuses(client: Octokit, author: string, { owner, repo, sha }: Commit): Marks {
  return {
    digest(wanted) {
      const { state, description } = statusOf(wanted)
      return statusDigest(state, description)
    },
    async latest(context) {
      const { data } = await client.rest.repos.listCommitStatusesForRef({
        ...{ owner, repo, ref: sha, per_page: 100 },
      })
      const ours = data.find((each) => each.context === context && each.creator?.login === author)
      if (ours === undefined) return null
      const description = ours.description ?? ''
      return {
        kind: kindOf(ours.state, description),
        digest: statusDigest(ours.state, description),
      }
    },
    async write(context, wanted) {
      const { state, description } = statusOf(wanted)
      await client.rest.repos.createCommitStatus({
        ...{ owner, repo, sha, context, state, description, request: ONCE },
      })
    },
  }
}

function statusOf(wanted: WantedMark) {
  const { kind, passes } = wanted
  const state = kind === 'fault' ? 'pending' : passes ? 'success' : 'failure'
  return { state, description: titleOf(wanted) } as const
}

/** A status has no other place to say so, and the word is one in English and in Spanish. */
const FINAL = ' · final'

function titleOf({ kind, title }: WantedMark): string {
  const ending = kind === 'final' ? FINAL : ''
  return [...title].slice(0, LONGEST_STATUS - ending.length).join('') + ending
}

function kindOf(state: string, description: string): Mark['kind'] {
  if (state === 'pending') return 'fault'
  return description.endsWith(FINAL) ? 'final' : 'graded'
}

function statusDigest(state: string, description: string): string {
  return sha256(`${state} ${description}`)
}

function readDigest(external: string): Mark {
  const [kind, digest = ''] = external.split(' ')
  return { kind: kind === 'graded' || kind === 'final' ? kind : 'fault', digest }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
