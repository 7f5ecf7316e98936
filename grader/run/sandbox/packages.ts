/** Where the packages that a lab adds are seen inside. */
export const PACKAGES_FOLDER = '/packages'

/** Threads that decode pictures at the same time at most; more gain nothing, and each has its pictures. */
const MAX_DECODING = 4

/** Environment variables of a sandbox with packages that have native code. */
export function packageVariables(
  folder: string | null,
  cores: number,
): Readonly<Record<string, string>> {
  if (folder === null) return {}
  return {
    UV_THREADPOOL_SIZE: String(Math.min(cores, MAX_DECODING)),
    // the C library gives each thread a heap of its own, and what one frees the others do not get
    MALLOC_ARENA_MAX: '2',
  }
}

/** bubblewrap's arguments. */
export function packageMounts(folder: string | null): readonly string[] {
  if (folder === null) return []
  return ['--perms', '0755', '--dir', PACKAGES_FOLDER, '--ro-bind', folder, PACKAGES_FOLDER]
}
