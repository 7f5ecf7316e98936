import { describe, expect, test } from 'vitest'
import type { Layer } from './launch.ts'
import { probeRungs } from './rungs.ts'
import { answerOf, Trial, text } from './testing.ts'

const probes = await probeRungs()
const rungs = probes.filter(({ usable }) => usable).map(({ rung }) => rung)
const root = process.getuid?.() === 0

/** What a submission finds when it looks around. */
async function lookAround(rung: 'A' | 'B', without: readonly Layer[]) {
  await using trial = new Trial({ rung, without })
  const string = async (name: string, argument?: string) => {
    const value = answerOf(
      await trial.call(name, ...(argument === undefined ? [] : [text(argument)])),
    )
    return value.type === 'string' ? value.value : JSON.stringify(value)
  }
  const status = await string('status')
  return {
    fork: (await string('fork')) === 'EPERM' ? 'refused' : 'works',
    files: (await string('read', '/etc/passwd')) === 'ENOENT' ? 'hidden' : 'seen',
    environment: (await string('environment')).includes('"PATH"') ? 'seen' : 'hidden',
    data: /^Max data size\s+2048000000 /m.test(await string('read', '/proc/self/limits'))
      ? 'bounded'
      : 'unbounded',
    user: /^Uid:\t0\t/m.test(status) ? 'root' : 'other',
  }
}

const all = {
  fork: 'refused',
  files: 'hidden',
  environment: 'hidden',
  data: 'bounded',
  user: 'other',
}

describe.each(rungs)('on rung %s', (rung) => {
  test('every layer is there', async () => {
    expect(await lookAround(rung, [])).toEqual(all)
  })

  test.each([
    ['seccomp', { fork: 'works' }],
    ['namespaces', { files: 'seen' }],
    ['env', { environment: 'seen' }],
    ['rlimits', { data: 'unbounded' }],
  ] as const)('only %s goes when it is left out', async (layer, change) => {
    expect(await lookAround(rung, [layer])).toEqual({ ...all, ...change })
  })

  test.runIf(root)('only the uid drop goes with caps', async () => {
    expect(await lookAround(rung, ['caps'])).toEqual({ ...all, user: 'root' })
  })
})
