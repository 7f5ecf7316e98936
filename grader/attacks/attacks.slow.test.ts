import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLab } from '../catalog/index.ts'
import type { Lab } from '../model/lab.ts'
import { probeRungs } from '../run/sandbox/index.ts'
import { type Attack, COURSE, LAB, readCorpus, readLabs } from './corpus.ts'
import { type Field, openField } from './field.ts'
import { removeAll } from './ground.ts'
import { runWithout } from './layers.ts'
import { gradeNaively } from './naive.ts'

const [usable] = (await probeRungs()).filter((probe) => probe.usable)

const SAMPLE = [
  'asymmetric-handle',
  'carried-inputs',
  'core-pattern',
  'detached-late-writer',
  'error-flood',
  'forged-hold',
  'html-error',
  'huge-body-length',
  'loop-at-load',
  'native-fork',
  'oversized-reply',
  'own-environment',
  'shared-mapping',
  'sharp-svg',
  'spec-path',
  'symlinked-data',
  'thenable-record',
  'vsock',
  'wrong-kinds',
]

let lab: Lab
let attacks: Map<string, Attack>

function known(id: string): Attack {
  const attack = attacks.get(id)
  if (attack === undefined) throw new Error(`there is no attack "${id}"`)
  return attack
}

beforeAll(async () => {
  lab = await readLab(COURSE, LAB)
  attacks = new Map(readCorpus(await readLabs()).map((attack) => [attack.id, attack]))
})

describe.skipIf(usable === undefined)('in the sandbox', () => {
  const rung = usable?.rung ?? 'A'
  let field: Field

  beforeAll(async () => {
    field = await openField(rung)
  }, 60_000)
  afterAll(() => field.close())

  test.each(SAMPLE)('%s is contained', { timeout: 60_000 }, async (id) => {
    expect((await field.run(known(id))).escapes).toEqual([])
  })

  test('an attack gets out when the layer that stops it is left out', {
    timeout: 120_000,
  }, async () => {
    for (const [layer, id] of [
      ['seccomp', 'vsock'],
      ['env', 'own-environment'],
      ['namespaces', 'grader-folder'],
      ['rlimits', 'array-buffers'],
    ] as const) {
      const [first] = await runWithout(layer, [known(id)], rung)
      expect([layer, first?.result.escapes.join()]).toEqual([
        layer,
        expect.stringMatching(/breach/),
      ])
    }
  })
})

describe('without a sandbox', () => {
  const naively = async (attack: Attack | null) => {
    const folder = mkdtempSync(join(tmpdir(), 'gradus-naive-'))
    try {
      return await gradeNaively(lab, attack, folder)
    } finally {
      removeAll(folder)
    }
  }

  test('an honest submission has all points', { timeout: 60_000 }, async () => {
    expect(await naively(null)).toEqual({ points: 100, read: [], beaten: false })
  })

  test.each(['object-is', 'mutated-list', 'imported-solution'])(
    '%s forges points',
    {
      timeout: 60_000,
    },
    async (id) => {
      expect(await naively(known(id))).toMatchObject({ beaten: true })
    },
  )

  test('the labels can be read', { timeout: 60_000 }, async () => {
    expect((await naively(known('spec-path'))).read).toContain('labels')
  })
})
