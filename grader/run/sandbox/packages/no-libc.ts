/**
 * In place of `detect-libc`, by which sharp looks for its library: the runtime has the one of this machine
 * only. The real one starts programs, which the sandbox refuses.
 */
export default {
  GLIBC: 'glibc',
  MUSL: 'musl',
  familySync: () => null,
  isNonGlibcLinuxSync: () => false,
}
