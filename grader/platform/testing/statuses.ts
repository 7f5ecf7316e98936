import type { Answer } from './faults.ts'
import { field } from './strict-rules.ts'

interface Status {
  readonly id: number
  readonly repository: string
  readonly sha: string
  readonly login: string
  readonly state: string
  readonly description: string
  readonly context: string
}

/** Commit statuses, which the emulator does not have. */
export interface Statuses {
  post(repository: string, sha: string, body: unknown, login: string): Answer
  /** The latest first. */
  list(repository: string, sha: string): Answer
}

export function openStatuses(): Statuses {
  const statuses: Status[] = []
  return {
    post(repository, sha, body, login) {
      const status: Status = {
        ...{ id: statuses.length + 1, repository, sha, login },
        state: String(field(body, 'state')),
        description: String(field(body, 'description') ?? ''),
        context: String(field(body, 'context') ?? 'default'),
      }
      statuses.push(status)
      return { status: 201, headers: {}, body: shown(status) }
    },
    list(repository, sha) {
      const found = statuses.filter((each) => each.repository === repository && each.sha === sha)
      return { status: 200, headers: {}, body: found.toReversed().map(shown) }
    },
  }
}

function shown({ id, state, description, context, login }: Status) {
  return { id, state, description, context, creator: { login } }
}
