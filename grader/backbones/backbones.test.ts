import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { fetchSet } from '../data/fetch-set.ts'
import { readPins } from '../data/pins.ts'
import { serve } from '../data/testing.ts'
import { lab } from '../fetch/testing.ts'
import { InputError } from '../model/issue.ts'
import type { BackboneChoice } from '../model/lab.ts'
import { openBackbone } from './index.ts'

const OURS = fileURLToPath(new URL('digits-0-4/', import.meta.url))
const SHA256 = '68d22d50e2cb2d2e31b1524783dfeec974d33f94d872f55a86afcb31e2e0c43f'
const scratch = mkdtempSync(join(tmpdir(), 'gradus-backbones-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const open = (choice: BackboneChoice, folder: string | undefined = undefined) =>
  openBackbone(
    { ...lab, data: ['digits'], backbones: { digits: choice } },
    { root: scratch, dataset: 'digits', folder, cache: scratch },
  )

const own = (from: string, sha256 = SHA256): BackboneChoice => ({
  ...{ kind: 'own', name: 'mine', from, sha256, features: 'features', range: [0, 1] },
})

/** A copy of ours in a folder of the scratch, changed. */
function copied(name: string, change: (folder: string) => void = () => {}): string {
  const folder = join(scratch, name)
  mkdirSync(folder)
  for (const file of ['model.json', 'weights.bin']) cpSync(join(OURS, file), join(folder, file))
  change(folder)
  return `${name}/model.json`
}

describe('a backbone', () => {
  test('digits-0-4 comes with Gradus', async () => {
    expect(await open({ kind: 'known', name: 'digits-0-4' })).toMatchObject({
      ...{ sha256: SHA256, format: 'layers', height: 28, width: 28, channels: 1 },
      ...{ range: [-1, 1], features: 'features', labels: ['zero', 'one', 'two', 'three', 'four'] },
    })
  })

  test('there is none on a data set that lab.yaml gives none', async () => {
    const options = { root: scratch, dataset: 'mnist', folder: undefined, cache: scratch }
    const backbones: Record<string, BackboneChoice> = { digits: own('nowhere') }
    expect(await openBackbone({ ...lab, backbones }, options)).toBeNull()
  })

  test('of an instructor is found from the course root, and in GRADUS_DATA', async () => {
    const path = copied('own')
    expect(await open(own(path))).toMatchObject({ name: 'mine', sha256: SHA256, range: [0, 1] })
    expect(await open(own('model.json'), join(scratch, 'own'))).toMatchObject({ sha256: SHA256 })
  })

  test.runIf(process.env['GRADUS_DATA'])('MobileNet is found in GRADUS_DATA', async () => {
    const found = await open(
      { kind: 'known', name: 'mobilenet-v1-025-224' },
      process.env['GRADUS_DATA'],
    )
    expect(found).toMatchObject({ format: 'layers', height: 224, width: 224, channels: 3 })
    expect(found?.shards).toHaveLength(55)
  })

  test('at an address is fetched with its shards, pinned, and used by its SHA-256', async () => {
    const base = await serve((request, response) => {
      const file = join(OURS, basename(request.url ?? ''))
      if (existsSync(file)) response.end(readFileSync(file))
      else response.writeHead(404).end()
    })
    const from = `${base}/nets/model.json`
    const choice = { ...own(from), name: 'fetched' }
    await expect(open(choice)).rejects.toThrow(`gradus data fetch fetched --from ${from}`)
    const root = join(scratch, 'course')
    mkdirSync(root)
    const asked = { name: 'fetched', from, cwd: scratch, cache: scratch, root }
    expect(await fetchSet(asked)).toMatchObject({ fresh: true, pinned: true, files: 2 })
    expect(Object.keys(readPins(root)['fetched'] ?? {})).toEqual(['model.json', 'weights.bin'])
    expect(await open(choice)).toMatchObject({ name: 'fetched', sha256: SHA256 })
  })

  const cases: [string, () => BackboneChoice, string][] = [
    ['an unknown name', () => ({ kind: 'known', name: 'resnet' }), 'is no backbone that Gradus'],
    [
      'one that is not here',
      () => ({ kind: 'known', name: 'mobilenet-v1-025-224' }),
      'gradus data fetch mobilenet-v1-025-224',
    ],
    ['a missing file', () => own('nowhere/model.json'), 'nowhere/model.json is not there'],
    [
      'a missing shard',
      () => own(copied('torn', (folder) => rmSync(join(folder, 'weights.bin')))),
      'torn/weights.bin is not there, and',
    ],
    [
      'changed weights',
      () =>
        own(
          copied('changed', (folder) => {
            const bytes = readFileSync(join(folder, 'weights.bin'))
            bytes[0] = (bytes[0] ?? 0) ^ 1
            writeFileSync(join(folder, 'weights.bin'), bytes)
          }),
        ),
      `not ${SHA256} in lab.yaml`,
    ],
    [
      'what is no JSON',
      () => own(copied('text', (folder) => writeFileSync(join(folder, 'model.json'), 'text'))),
      'is no JSON',
    ],
    [
      'what is no model',
      () => own(copied('json', (folder) => writeFileSync(join(folder, 'model.json'), '{"a": 1}'))),
      'is no model of TensorFlow.js',
    ],
    [
      'weights outside the folder',
      () =>
        own(
          copied('outside', (folder) => {
            const text = readFileSync(join(folder, 'model.json'), 'utf8')
            writeFileSync(
              join(folder, 'model.json'),
              text.replace('"weights.bin', '"../weights.bin'),
            )
          }),
        ),
      'names weights outside its folder: ../weights.bin',
    ],
  ]
  test.each(cases)('%s is refused with what to do', async (_what, choice, message) => {
    const refused = open(choice())
    await expect(refused).rejects.toThrow(InputError)
    await expect(refused).rejects.toThrow(message)
  })
})
