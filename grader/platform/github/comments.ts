import { type Octokit, ONCE } from './client.ts'
import type { Written } from './hub.ts'
import { repeated } from './repeated.ts'

export interface Place {
  readonly owner: string
  readonly repo: string
  readonly issue_number: number
}

interface Comment {
  readonly id: number
  readonly body: string
}

/**
 * Our comments with a marker, oldest first. Anybody can write a marker: the author decides whose it is.
 */
export async function ourComments(
  client: Octokit,
  place: Place,
  marker: string,
  author: string,
): Promise<readonly Comment[]> {
  const all = await client.paginate(client.rest.issues.listComments, { ...place, per_page: 100 })
  return all.flatMap(({ id, body = '', user }) =>
    user?.login === author && body.startsWith(marker) ? [{ id, body }] : [],
  )
}

/**
 * Lets there be one comment of ours with this marker, with this text. A comment that was made although its
 * answer got lost is found before another is made.
 */
export async function sayOnce(
  client: Octokit,
  place: Place,
  author: string,
  { marker, body }: { readonly marker: string; readonly body: string },
): Promise<Written> {
  return repeated(async () => {
    const [first, ...others] = await ourComments(client, place, marker, author)
    const { owner, repo } = place
    for (const { id } of others) {
      await client.rest.issues.deleteComment({ owner, repo, comment_id: id })
    }
    if (first === undefined) {
      await client.rest.issues.createComment({ ...place, body, request: ONCE })
      return 'created'
    }
    if (sameText(first.body, body)) return others.length > 0 ? 'edited' : 'unchanged'
    await client.rest.issues.updateComment({ owner, repo, comment_id: first.id, body })
    return 'edited'
  })
}

/** GitHub keeps no trailing white space and may hand out other line ends than it was given. */
function sameText(stored: string, wanted: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  return plain(stored) === plain(wanted)
}
