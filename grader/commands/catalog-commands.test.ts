import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Recorder } from '../catalog/index.ts'
import { change, copyCourse, issuesOf } from '../catalog/testing.ts'
import { labsCommand } from './labs.ts'
import { newCommand } from './new.ts'
import { syncCommand } from './sync.ts'
import type { World } from './world.ts'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const record: Recorder = async () => '{}\n'

/** A world that keeps what is printed. */
function listeningWorld(): World & { printed(): string } {
  const written: string[] = []
  const output = { write: (text: string) => written.push(text) }
  const now = () => new Date(0)
  const exit = () => {
    throw new Error('nothing here ends the process')
  }
  const printed = () => written.join('')
  return { cwd: '/', env: {}, stdout: output, stderr: output, now, exit, printed }
}

describe('gradus labs', () => {
  test('lists tasks and points in the language asked for', async () => {
    const world = listeningWorld()
    expect(await labsCommand({ root: await copyCourse(), lang: 'es' }, world)).toBe(0)
    expect(world.printed()).toBe(`tiny: Diminuto, 100 puntos
  double      60  El doble de un número
  train-line  40  Ajusta una recta
`)
  })

  test('--json prints the same as data', async () => {
    const world = listeningWorld()
    await labsCommand({ root: await copyCourse(), lang: 'en', json: true }, world)
    const [tiny, ...others] = JSON.parse(world.printed())
    expect(others).toEqual([])
    expect(tiny).toMatchObject({ id: 'tiny', points: 100, title: { en: 'Tiny', es: 'Diminuto' } })
    expect(tiny.tasks[0].checks).toEqual([
      { id: 'fixed-case', visibility: 'public', points: 20 },
      { id: 'random-numbers', visibility: 'hidden', points: 40 },
    ])
  })

  test('names what thresholds are calibrated on', async () => {
    const root = await copyCourse()
    await change(root, 'labs/tiny/calibration/wasm-digits.json', '{}')
    await change(root, 'labs/tiny/calibration/tensorflow-digits.json', '{}')
    const world = listeningWorld()
    await labsCommand({ root, lang: 'en' }, world)
    expect(world.printed()).toContain(
      'Fit a line\n  Thresholds calibrated on: tensorflow-digits, wasm-digits\n',
    )
  })

  test('says how to begin when there are none', async () => {
    const root = await copyCourse()
    await change(root, 'empty/labs/.keep', '')
    const world = listeningWorld()
    expect(await labsCommand({ root: join(root, 'empty'), lang: 'en' }, world)).toBe(0)
    expect(world.printed()).toBe('There are no labs yet. Make one with: gradus new ID\n')
  })
})

describe('gradus sync', () => {
  test('--check tells what is out of date, writes nothing, and ends with 1; a sync mends it', async () => {
    const root = await copyCourse()
    const world = listeningWorld()
    expect(await syncCommand({ root, check: true }, world, record)).toBe(1)
    expect(world.printed()).toContain('starter/tiny/double.ts is out of date\n')
    expect(await readdir(root)).toEqual(['labs', 'solutions'])
    expect(await syncCommand({ root }, world, record)).toBe(0)
    expect(world.printed()).toContain('starter/tiny/double.ts written\n')
    const after = listeningWorld()
    expect(await syncCommand({ root, check: true }, after, record)).toBe(0)
    expect(after.printed()).toBe('Everything generated is up to date.\n')
  })

  test('everything generated in this repository is current (else: gradus sync)', async () => {
    const arguments_ = [join(REPOSITORY, 'grader/gradus.mjs'), 'sync', '--check']
    const { stdout } = await promisify(execFile)(process.execPath, arguments_)
    expect(stdout).toBe('Everything generated is up to date.\n')
  }, 60_000)
})

describe('gradus new', () => {
  test('writes a lab with all that is generated from it', async () => {
    const root = await copyCourse()
    const world = listeningWorld()
    expect(await newCommand({ root, id: 'my-lab' }, world, record)).toBe(0)
    expect(world.printed()).toContain('\nStart with labs/my-lab/lab.yaml.')
    expect(await readdir(join(root, 'labs/my-lab'))).toEqual([
      'accepted',
      'handout.en.md',
      'handout.es.md',
      'hidden',
      'lab.yaml',
      'misconceptions',
      'oracle',
      'public',
    ])
    expect(await readdir(join(root, 'starter/my-lab'))).toEqual(['softmax.ts'])
    const again = listeningWorld()
    expect(await syncCommand({ root, check: true }, again, record)).toBe(1)
    expect(again.printed()).not.toContain('my-lab')
  })

  test('writes nothing for an id that is taken', async () => {
    const root = await copyCourse()
    const before = await readdir(root, { recursive: true })
    const lines = await issuesOf(root, newCommand({ root, id: 'tiny' }, listeningWorld(), record))
    expect(lines).toHaveLength(1)
    expect(await readdir(root, { recursive: true })).toEqual(before)
  })
})
