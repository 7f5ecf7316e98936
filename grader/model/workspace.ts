/** A clean, private copy of the files of a submission that may be used at all. */
export interface Workspace {
  /** As the person named it: a folder, or URL#ref. */
  readonly source: string
  /** Absolute path of the copy. */
  readonly dir: string
  /** Paths relative to `dir`, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** SHA-256 over names and contents. */
  readonly hash: string
  /** Full commit id when the source is a git repository at a ref, else null. */
  readonly commit: string | null
}
