import { field } from '../../../platform/testing/strict-rules.ts'
import type { ClassRoom, Identity } from './class-room.ts'

/** Bodies of all comments on a pull request, whoever wrote them. */
export async function commentsOf(
  { hosted }: ClassRoom,
  repository: string,
  number: number | undefined,
): Promise<string[]> {
  const path = `/repos/${repository}/issues/${number}/comments`
  const comments = await hosted.ask('admin', 'GET', path)
  return asList(comments).map((each) => String(field(each, 'body')))
}

/** All marks on a commit, the latest first, as `conclusion: title`. */
export async function marksOf(
  { hosted }: ClassRoom,
  identity: Identity,
  repository: string,
  sha: string | undefined,
): Promise<string[]> {
  const kind = identity === 'app' ? 'check-runs?filter=all' : 'statuses'
  const answer = await fetch(`${hosted.api}/repos/${repository}/commits/${sha}/${kind}`, {
    headers: { authorization: `Bearer ${hosted.token}` },
  })
  const body: unknown = await answer.json()
  return asList(field(body, 'check_runs') ?? body).map((run) => {
    const title = field(run, 'description') ?? field(field(run, 'output'), 'title')
    return `${field(run, 'conclusion') ?? field(run, 'state')}: ${title}`
  })
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
