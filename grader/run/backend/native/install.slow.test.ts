import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { inSandbox } from '../testing.ts'
import { installNative, removeNative } from './install.ts'
import { findNative } from './manifest.ts'
import { pinsOf } from './pins.ts'

// It downloads 0.3 GB twice: on request only.
describe.skipIf(process.env['GRADUS_NATIVE_TEST'] !== '1')('the real installation', () => {
  const cache = mkdtempSync(join(tmpdir(), 'native-real-'))
  chmodSync(cache, 0o755)
  afterAll(() => rmSync(cache, { recursive: true }))
  const pins = pinsOf('cpu', process.arch)
  if (pins === null) throw new Error(`nothing is pinned for ${process.arch}`)

  test('killed half way leaves nothing that is found', { timeout: 120_000 }, async () => {
    const index = (name: string) => fileURLToPath(new URL(name, import.meta.url))
    const script = `
      const { installNative } = await import('${index('install.ts')}')
      const { pinsOf } = await import('${index('pins.ts')}')
      const pins = pinsOf('cpu', process.arch)
      await installNative({ pins, cache: '${cache}', env: process.env })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: 'ignore',
      detached: true,
    })
    const { pid } = child
    if (pid === undefined) throw new Error('it did not start')
    const ended = new Promise((done) => child.on('exit', done))
    while (!bytesHaveCome(cache)) await sleep(50)
    process.kill(-pid, 'SIGKILL')
    await ended
    expect(readdirSync(cache)).toHaveLength(1)
    expect(findNative(cache, pins)).toEqual({ kind: 'absent' })
  })

  test('installs, trains LeNet in the sandbox, and goes', { timeout: 600_000 }, async () => {
    const startedAt = performance.now()
    const installed = await installNative({ pins, cache, env: process.env })
    const seconds = (performance.now() - startedAt) / 1000
    expect(installed).toMatchObject({ fresh: true, tensorflow: '2.21.0' })
    // what the killed one left is gone
    expect(readdirSync(cache)).toEqual(['native-cpu'])
    const found = findNative(cache, pins)
    if (found.kind !== 'there') throw new Error(`it is ${found.kind}`)
    const engine = { id: 'tensorflow', device: 'cpu', native: found.library } as const
    const [ms = Number.NaN, loss] = await inSandbox(engine, 'lenet', 5, 20)
    expect(loss).toBeLessThan(1)
    console.info(`installed in ${seconds.toFixed(1)} s; LeNet ${ms.toFixed(1)} ms a step`)
    expect(await removeNative(cache)).toEqual([installed.folder])
    expect(existsSync(installed.folder)).toBe(false)
  })
})

function bytesHaveCome(cache: string): boolean {
  return readdirSync(cache, { recursive: true }).some((name) => /wheels\.txt$/.test(String(name)))
}
