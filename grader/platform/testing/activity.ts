import type { Answer } from './faults.ts'
import type { Push } from './git-host.ts'

/** The pushes of a repository as GitHub lists them, the latest first; the emulator does not have that. */
export function activityOf(
  pushes: readonly Push[],
  repository: string,
  query: URLSearchParams,
): Answer {
  const ref = query.get('ref')
  const full = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`
  const found = pushes.filter(
    (push) => push.repository === repository && (full ?? push.ref) === push.ref,
  )
  const body = found
    .map(({ repository: _, actor, ...push }) => ({ ...push, actor: { login: actor } }))
    .toReversed()
  return { status: 200, headers: {}, body: body.slice(0, Number(query.get('per_page') ?? 30)) }
}
