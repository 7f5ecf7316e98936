export const AGAIN = 'Run the same again: it goes on from there.'

const FULL = new Set(['ENOSPC', 'EDQUOT'])
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'])

/** What to do. */
export interface Failure {
  readonly what: string
  readonly next: string
}

/** What is wrong with the disk, or the rights on it, that `place` lies on; null for what is no matter of these. */
export function diskFailure(error: unknown, place: string): Failure | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const code = String(error.code)
  const path = 'path' in error && typeof error.path === 'string' ? error.path : place
  if (FULL.has(code)) {
    const next = `Make room where ${path} is. ${AGAIN}`
    return { what: 'cannot be stored: the disk is full.', next }
  }
  // Node says ENOENT of a folder that cannot be made on a disk that is read only
  const unmade = code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir'
  if (!UNWRITABLE.has(code) && !unmade) return null
  const other = process.getuid?.() === 0 ? '' : ', or set another cache folder with XDG_CACHE_HOME'
  return { what: `cannot be stored in ${path} (${code}).`, next: `Make it writable${other}.` }
}
