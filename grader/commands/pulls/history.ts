import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GradedCommit, PullHistory, PushTime } from '../../model/pulls.ts'
import { validatePullHistory } from '../../model/records.ts'
import { writeAtomically } from '../records.ts'

export interface PullKey {
  readonly repository: string
  readonly number: number
  readonly lab: string
  /** Id in the roster of whose work it is. */
  readonly student: string
}

/** What is remembered of pull requests, in the folder of the records. */
export interface Histories {
  read(key: PullKey): PullHistory
  saw(key: PullKey, sha: string, pushed: PushTime): void
  graded(key: PullKey, entry: GradedCommit): void
  /** Our comment speaks of this head. */
  reported(key: PullKey, head: string): void
  /** Of all pull requests; what is damaged is left out. */
  all(): PullHistory[]
}

export function openHistories(folder: string): Histories {
  const file = ({ repository, number, lab }: PullKey) =>
    join(folder, 'pulls', repository.replace('/', '__'), `${number}-${lab}.json`)
  const read = (key: PullKey): PullHistory => {
    const path = file(key)
    const { repository, number, lab, student } = key
    const empty = { repository, number, lab, student, seen: [], reported: null, graded: [] }
    // a damaged memory is no reason not to grade
    return (existsSync(path) ? parsed(readFileSync(path, 'utf8')) : null) ?? { schema, ...empty }
  }
  const write = (key: PullKey, history: PullHistory) =>
    writeAtomically(file(key), `${JSON.stringify({ ...history, student: key.student }, null, 2)}\n`)
  return {
    read,
    saw(key, sha, pushed) {
      const history = read(key)
      if (history.seen.some((each) => each.sha === sha)) return
      write(key, { ...history, seen: [...history.seen, { sha, ...pushed }] })
    },
    graded(key, entry) {
      const history = read(key)
      const others = history.graded.filter(
        ({ head, commit, split }) =>
          head !== entry.head || commit !== entry.commit || split !== entry.split,
      )
      write(key, { ...history, graded: [...others, entry] })
    },
    reported(key, head) {
      const history = read(key)
      if (history.reported !== head) write(key, { ...history, reported: head })
    },
    all() {
      const parent = join(folder, 'pulls')
      if (!existsSync(parent)) return []
      return readdirSync(parent, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .flatMap((name) => parsed(readFileSync(join(parent, name), 'utf8')) ?? [])
    },
  }
}

const schema = 'gradus/pull-history/v1'

function parsed(text: string): PullHistory | null {
  try {
    const result = validatePullHistory(JSON.parse(text))
    return result.ok ? result.value : null
  } catch {
    return null
  }
}
