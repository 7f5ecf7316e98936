/** One regular file that a submission offers. */
export interface Entry {
  /** Relative to the part that is graded, with forward slashes. */
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/** A submission as it lies there, before anything of it is believed: a folder, or a commit. */
export interface Tree {
  readonly commit: string | null
  /** What a path is, no symbolic link followed on the way. */
  kind(path: string): Promise<'file' | 'symlink' | 'absent'>
  /** The regular files under `base` (`''` for all) whose names are admitted. */
  list(base: string): Promise<Entry[]>
  /** Contents of entries of `list(base)`, in order. */
  read(base: string, entries: readonly Entry[]): Promise<Buffer[]>
}
