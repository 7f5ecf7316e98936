import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Lab } from '../model/lab.ts'
import { attackSchema } from './attack.schema.ts'
import { type Attack, readCorpus, readLabs, TOOLS } from './corpus.ts'
import { layGround } from './ground.ts'
import { LAYERS } from './layers.ts'
import { place } from './place.ts'

let labs: readonly Lab[]
let attacks: Attack[]

beforeAll(async () => {
  labs = await readLabs()
  attacks = readCorpus(labs)
})

describe('the corpus', () => {
  test('has attacks of every category', () => {
    const count = (category: string) => attacks.filter((each) => each.category === category).length
    expect(attacks.length).toBeGreaterThanOrEqual(60)
    for (const category of attackSchema.properties.category.enum) {
      expect([category, count(category)]).toEqual([category, expect.toSatisfy((n) => n >= 10)])
    }
  })

  test('has for each layer an attack that only it stops', () => {
    for (const layer of LAYERS) {
      expect(attacks.some(({ stoppedBy }) => stoppedBy.includes(layer))).toBe(true)
    }
  })

  test('deserves less than all points, or tries something that costs none', () => {
    const harmless = new Set(['reading', 'resources', 'protocol', 'repository'])
    for (const { id, honest, category } of attacks) {
      expect([id, honest < 100 || harmless.has(category)]).toEqual([id, true])
    }
  })

  test('names tools that there are', () => {
    for (const tool of attacks.flatMap(({ tools }) => tools)) {
      expect([tool, existsSync(join(TOOLS, tool))]).toEqual([tool, true])
    }
  })

  test('runs nothing but forging, reading and repositories without a sandbox', () => {
    const safe = new Set(['forging', 'reading', 'repository'])
    const run = attacks.filter(({ naive }) => naive)
    expect(run.filter(({ category }) => !safe.has(category)).map(({ id }) => id)).toEqual([])
    expect(run.length).toBeGreaterThanOrEqual(40)
  })

  test('can be put together, every word of it known', () => {
    const ground = layGround(9)
    const folder = mkdtempSync(join(tmpdir(), 'gradus-place-'))
    try {
      for (const attack of attacks.filter(({ setup }) => setup.length === 0)) {
        place(attack, join(folder, attack.id), ground.words)
        expect(existsSync(join(folder, attack.id, 'src'))).toBe(true)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
      ground.remove()
    }
  })

  test('has a schema for editors that is the one it is read with', () => {
    const file = new URL('./attack.schema.json', import.meta.url)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(attackSchema)
  })
})

test('a corpus with mistakes is refused with all of them', () => {
  const folder = new URL('./fixtures/broken-corpus/', import.meta.url).pathname
  expect(() => readCorpus(labs, folder)).toThrow(
    /honest is 90, but what may pass is worth 80\n.*tries.*\n.*has no task "totl"/,
  )
})
