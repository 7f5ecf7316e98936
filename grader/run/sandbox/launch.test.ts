import { describe, expect, test } from 'vitest'
import { commandLine, type LaunchOptions } from './launch.ts'
import { LAUNCH, LIMITS } from './testing.ts'

const options = LAUNCH

const line = (change: Partial<LaunchOptions>) => commandLine({ ...options, ...change }).join(' ')

describe('the command line', () => {
  test('of rung A leaves root before bubblewrap starts, and has no capability', () => {
    expect(line({})).toMatch(/^\/usr\/bin\/setpriv --reuid=60600 .*\/usr\/bin\/bwrap/)
    expect(line({})).toContain('--unshare-user --disable-userns')
    expect(line({})).toContain('--as-pid-1')
    expect(line({})).not.toContain('--cap-add')
    expect(line({ root: false })).toMatch(/^\/usr\/bin\/prlimit /)
    expect(line({ root: false })).not.toContain('setpriv')
  })

  test('of rung B leaves root inside, last of all', () => {
    const text = line({ rung: 'B' })
    expect(text).toMatch(/^\/usr\/bin\/prlimit /)
    expect(text).not.toContain('--unshare-user')
    expect(text).toMatch(
      /-- \/n\/prlimit .*\/n\/setpriv --reuid=60600 .*--no-new-privs.* \/rt\/node/,
    )
  })

  test.each(['A', 'B'] as const)('of rung %s has every wall', (rung) => {
    const text = line({ rung })
    for (const wall of [
      '--data=2048000000',
      '--as=137438953472',
      '--fsize=16777216',
      '--core=0',
      '--nproc=64',
      '--unshare-pid',
      '--unshare-net',
      '--unshare-ipc',
      '--unshare-uts',
      '--unshare-cgroup-try',
      '--die-with-parent',
      '--new-session',
      '--cap-drop ALL',
      '--clearenv',
      '--seccomp 4',
      '--remount-ro /dev',
      '--remount-ro /',
      '--disallow-code-generation-from-strings',
    ]) {
      expect(text).toContain(wall)
    }
    expect(text).not.toMatch(/--bind |--dev-bind/)
  })

  test('bounds processor time by the wall time of all cores, twice', () => {
    expect(line({})).toContain(`--cpu=${2 * (LIMITS.bootSeconds + LIMITS.totalSeconds) * 2}`)
  })
})
