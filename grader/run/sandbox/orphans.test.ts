import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { processes } from './processes.ts'
import { probeRungs } from './rungs.ts'
import { Trial } from './testing.ts'

const GRADER = fileURLToPath(new URL('./fixtures/grader.ts', import.meta.url))
const root = process.getuid?.() === 0
const rungs = (await probeRungs()).filter(({ usable }) => usable).map(({ rung }) => rung)

/** Processes that descend from `ancestor`. */
function descendants(ancestor: number): number[] {
  const all = processes()
  const children = (parent: number): number[] =>
    all.filter((one) => one.parent === parent).flatMap(({ pid }) => [pid, ...children(pid)])
  return children(ancestor)
}

function running(pids: readonly number[]): number[] {
  const alive = processes().filter(({ state }) => state !== 'Z')
  return alive.map(({ pid }) => pid).filter((pid) => pids.includes(pid))
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!holds() && performance.now() < end) await sleep(20)
}

describe.each(rungs)('on rung %s', (rung) => {
  test('a grader killed with -9 takes a looping submission along', async () => {
    // nobody is left to remove what it staged
    const temporary = await mkdtemp(join(tmpdir(), 'killed-grader-'))
    await chmod(temporary, 0o755)
    onTestFinished(() => rm(temporary, { recursive: true }))
    const grader = spawn(process.execPath, [GRADER, rung, 'one', 'loop'], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(grader.stdout, 'data')
    const pids = descendants(grader.pid ?? 0)
    expect(pids.length).toBeGreaterThanOrEqual(2)
    expect(running(pids)).toEqual(pids)
    grader.kill('SIGKILL')
    await until(() => running(pids).length === 0)
    expect(running(pids)).toEqual([])
  })

  test('close waits until every process is gone, and removes the files', async () => {
    const before = descendants(process.pid)
    const files = stagingFolders()
    const trial = new Trial({ rung })
    await trial.call('one')
    const pids = descendants(process.pid).filter((pid) => !before.includes(pid))
    expect(pids.length).toBeGreaterThanOrEqual(2)
    const calling = trial.call('loop')
    await trial.session.close()
    // a process closes its files, which is what close() waits for, a moment before it is gone
    await until(() => running(pids).length === 0)
    expect(running(pids)).toEqual([])
    expect(stagingFolders().filter((name) => !files.includes(name))).toEqual([])
    expect(await calling).toMatchObject({ ok: false })
  })

  test.runIf(root)('even without namespaces nothing outlives the session', async () => {
    const before = descendants(process.pid)
    const trial = new Trial({ rung, without: ['namespaces'] })
    await trial.call('one')
    const pids = descendants(process.pid).filter((pid) => !before.includes(pid))
    const calling = trial.call('loop')
    await trial.session.close()
    await calling
    expect(pids.length).toBeGreaterThanOrEqual(1)
    expect(running(pids)).toEqual([])
  })

  test('a folder that someone left open for the grader is not open in the sandbox', async () => {
    const folder = openSync('/etc', 'r')
    const stdio = ['ignore', 'pipe', 'inherit', ...Array(37).fill('ignore'), folder]
    const grader = spawn(process.execPath, [GRADER, rung, 'links'], { stdio })
    closeSync(folder)
    const [links] = await once(grader.stdout ?? process.stdin, 'data')
    expect(String(links)).toContain('/dev/null')
    expect(String(links)).not.toContain('/etc')
    await once(grader, 'exit')
  })
})

/** Of this process: other tests stage files meanwhile. */
function stagingFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`gradus-${process.pid}-`))
}
