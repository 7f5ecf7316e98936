/** What we ask of GitHub, for one owner's repositories. `repository` is `owner/name`. */
export interface Hub {
  /** What marks a commit as graded: a check run of our App, or a commit status. */
  readonly marksWith: 'check-run' | 'status'
  /** Null where there is no such repository, or none that we may see. */
  openPulls(repository: string): Promise<readonly Pull[] | null>
  /** Null where there is no such pull request. */
  pull(repository: string, number: number): Promise<Pull | null>
  /** Changes of a branch, latest first; null where they may not be read. */
  pushes(repository: string, branch: string): Promise<readonly Push[] | null>
  /** Our latest mark of this name on a commit. */
  mark(repository: string, sha: string, name: string): Promise<Mark | null>
  /** Lets our one comment with this marker have this text. */
  say(repository: string, number: number, marker: string, body: string): Promise<Written>
  /** Whether there is a comment of ours with this marker. */
  hasSaid(repository: string, number: number, marker: string): Promise<boolean>
  /**
   * Marks a commit, unless it has this very mark. `isFirst` says that it had none a moment ago: what we have
   * not marked since then need not be looked at.
   */
  setMark(
    ...[repository, sha, name, wanted, isFirst]: [string, string, string, WantedMark, boolean]
  ): Promise<Written>
  /** Gives back what tokens there are; nothing can be asked afterwards. */
  close(): Promise<void>
}

export type Written = 'created' | 'edited' | 'unchanged'

export interface Pull {
  readonly repository: string
  readonly number: number
  readonly isOpen: boolean
  readonly isDraft: boolean
  /** Login of who opened it. */
  readonly author: string
  readonly createdAt: string
  readonly base: string
  readonly head: {
    readonly sha: string
    readonly branch: string
    /** Null when the fork is gone. */
    readonly repository: string | null
  }
  /** Null while GitHub has not looked, or was not asked. */
  readonly mergeable: boolean | null
}

export interface Push {
  readonly at: string
  readonly before: string
  readonly after: string
}

/**
 * graded: the points are told. final: and nothing will change them. fault: ours, to be graded again.
 */
export type MarkKind = 'graded' | 'final' | 'fault'

export interface Mark {
  readonly kind: MarkKind
  /** Says what the mark says, so that the same is not sent twice. */
  readonly digest: string
}

export interface Annotation {
  readonly path: string
  /** 1-based. */
  readonly line: number
  readonly title: string
  readonly message: string
}

export interface WantedMark {
  readonly kind: MarkKind
  /** Whether everything that is shown passes. */
  readonly passes: boolean
  /** One line: `47 / 100 points`. */
  readonly title: string
  /** Markdown. */
  readonly summary: string
  /** Most important first; as many as GitHub takes are sent. */
  readonly annotations: readonly Annotation[]
}

/** GitHub takes 50 annotations with a request, and we send one. */
export const MOST_ANNOTATIONS = 50
