import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { probeRungs } from './rungs.ts'
import { openSession } from './session.ts'
import { kindOf, LIMITS, Trial } from './testing.ts'

const rungs = (await probeRungs()).filter(({ usable }) => usable).map(({ rung }) => rung)

describe.each(rungs)('a submission on rung %s', { timeout: 300_000 }, (rung) => {
  test('runs out of memory within its bounds', async () => {
    await using trial = new Trial({ rung, startsPerTask: 20, callSeconds: 60, totalSeconds: 300 })
    for (const name of ['heap', 'buffers', 'tensors']) {
      expect([name, kindOf(await trial.call(name))]).toEqual([name, 'limit memory'])
    }
    expect(kindOf(await trial.call('one'))).toBe('ok')
  })

  test('leaves all of its memory to the next task', async () => {
    await using trial = new Trial({ rung, startsPerTask: 20, callSeconds: 60, totalSeconds: 300 })
    for (const name of ['heap', 'buffers', 'tensors']) {
      trial.enter({ task: name })
      expect([name, kindOf(await trial.call(name))]).toEqual([name, 'limit memory'])
      trial.enter({ task: `after ${name}` })
      for (let call = 0; call < 3; call++) {
        expect([name, kindOf(await trial.call('modest'))]).toEqual([name, 'ok'])
      }
    }
  })

  test('whose source overflows the parser loses that file', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'deep-'))
    onTestFinished(() => rm(dir, { recursive: true }))
    const nested = `${'('.repeat(200_000)}1${')'.repeat(200_000)}`
    await writeFile(join(dir, 'deep.ts'), `export const one = () => ${nested}\n`)
    await writeFile(join(dir, 'flat.ts'), 'export const one = () => 1\n')
    const session = openSession({ rung, limits: LIMITS })
    await session.load({ source: '', dir, files: ['deep.ts', 'flat.ts'], hash: '', commit: null })
    const call = (file: string) =>
      session.request(
        { op: 'call', file, name: 'one', args: [] },
        { task: 'task', check: 'check', seed: 1, seconds: null },
      )
    expect(kindOf(await call('deep.ts'))).toBe('crash exited')
    expect(kindOf(await call('flat.ts'))).toBe('ok')
    await session.close()
  })
})
