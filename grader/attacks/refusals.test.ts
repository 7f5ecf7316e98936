import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const ATTACKS = 'grader/attacks/run.ts'
const BENCH = 'grader/bench/main.ts'

/** As on a machine where bubblewrap is not installed. */
const HIDDEN = `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const { accessSync } = fs
  fs.accessSync = (path, mode) => {
    if (String(path).endsWith('/bwrap')) throw new Error('hidden')
    accessSync(path, mode)
  }
  syncBuiltinESMExports()
`
const ELSEWHERE = `data:text/javascript,${encodeURIComponent(HIDDEN)}`

function run(args: readonly string[], nodeArgs: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, ...args], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('what cannot be run is refused in one line', () => {
  test.each([
    [ATTACKS, '--no-naive'],
    [ATTACKS, '--json'],
    [BENCH, 'grading'],
    [BENCH, 'training'],
  ])('%s %s without a sandbox', (...args) => {
    expect(run(args, ['--import', ELSEWHERE])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^sandbox cannot be used: bwrap is not installed\. .*\n$/),
    })
  })

  test('an attack that there is not', () => {
    const refusal = (next: string) => ({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(next),
    })
    expect(run([ATTACKS, '--only', 'abort', 'abotr'])).toEqual(
      refusal('^grader/attacks/corpus has no attack "abotr"\\. Did you mean "abort"\\?\n$'),
    )
    expect(run([ATTACKS, '--only', 'nosuch'])).toEqual(
      refusal('^grader/attacks/corpus has no attack "nosuch"\\. Name one of its folders\\.\n$'),
    )
  })

  test.each([
    [
      '--category',
      'nosuch',
      /^grader\/attacks\/corpus has no category "nosuch"\. There are .*\.\n$/,
    ],
    ['--category', 'forgin', /^grader\/.* has no category "forgin"\. Did you mean "forging"\?\n$/],
    ['--rung', 'Z', /^error: option '--rung .*' argument 'Z' is invalid\. .*\n$/],
    ['--nosuch', '', /^error: unknown option '--nosuch'\n$/],
  ])('%s %s', (option, value, line) => {
    expect(run([ATTACKS, option, value])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(line),
    })
  })
})
