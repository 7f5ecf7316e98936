import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { main } from '../cli.ts'
import { scratchFolder, serveFile, zip } from '../data/testing.ts'
import { dataFetchCommand, dataListCommand, dataVerifyCommand } from './data.ts'
import type { World } from './world.ts'

/** A world that keeps what is printed. */
function listeningWorld(env: World['env'] = {}): World & { printed(): string; said(): string } {
  const written: string[] = []
  const said: string[] = []
  const exit = () => {
    throw new Error('nothing here ends the process')
  }
  return {
    ...{ cwd: '/', env, now: () => new Date(0), exit },
    stdout: { write: (text: string) => written.push(text) },
    stderr: { write: (text: string) => said.push(text) },
    printed: () => written.join(''),
    said: () => said.join(''),
  }
}

const picture = (red: number) =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .png()
    .toBuffer()

async function pets(): Promise<Buffer> {
  const [cat, dog] = await Promise.all([picture(1), picture(2)])
  return zip({ 'cats/1.png': cat, 'dogs/1.png': dog, 'dogs/2.png': 'damaged' })
}

describe('gradus data list', () => {
  test('says what there is, where, how large, and under which licence', async () => {
    const given = scratchFolder({ 'mnist/train-images-idx3-ubyte.gz': '' })
    const world = listeningWorld({ GRADUS_DATA: given })
    expect(await dataListCommand({}, world, scratchFolder())).toBe(0)
    expect(world.printed()).toContain('drawn-pets: 4,000 drawn cats and dogs')
    expect(world.printed()).toContain(`in GRADUS_DATA: ${given}/mnist\n`)
    expect(world.printed()).toContain('not here: gradus data fetch cifar-10 (170 MB)')
    expect(world.printed()).toContain('licence: CC BY-SA 4.0\n  https://www.robots.ox.ac.uk')
  })

  test('--json prints the same as data', async () => {
    const world = listeningWorld()
    await dataListCommand({ json: true }, world, scratchFolder())
    expect(JSON.parse(world.printed())).toContainEqual(
      expect.objectContaining({ name: 'cats-vs-dogs', state: 'absent', bytes: 824_887_076 }),
    )
  })
})

describe('gradus data fetch and verify', () => {
  test('a set is fetched, pinned, and compared with what was fetched', async () => {
    const [cache, root] = [scratchFolder(), scratchFolder()]
    const { url } = await serveFile(await pets())
    const fetching = listeningWorld()
    const options = { name: 'my-pets', root, from: `${url}/my-pets.zip` }
    expect(await dataFetchCommand(options, fetching, cache)).toBe(0)
    expect(fetching.printed()).toContain('3 files in ')
    expect(fetching.printed()).toContain(`now in ${root}/data-pins.json: commit that file.`)

    const again = listeningWorld()
    expect(await dataFetchCommand(options, again, cache)).toBe(0)
    expect(again.printed()).toContain('It is there already:')

    const verifying = listeningWorld()
    expect(await dataVerifyCommand({ name: 'my-pets' }, verifying, cache)).toBe(0)
    const folder = join(cache, 'data/fetched/my-pets')
    expect(verifying.printed()).toBe(
      `${folder} is as it was fetched.\n2 pictures of 64 x 64 in 2 classes.\n` +
        `1 file is no picture that can be used, and left out:\n` +
        `  ${folder}/dogs/2.png: This is no JPEG, PNG, WebP or GIF.\n`,
    )

    writeFileSync(join(folder, 'cats/1.png'), 'changed')
    const changed = listeningWorld()
    expect(await dataVerifyCommand({ name: 'my-pets' }, changed, cache)).toBe(1)
    expect(changed.printed()).toBe(
      `${folder}/cats/1.png was changed. Remove the folder and fetch it again.\n`,
    )
  })

  test('the licence of a known set is shown before anything is downloaded', async () => {
    const world = listeningWorld()
    const from = '/no/such/archive.zip'
    const options = { name: 'oxford-pets', root: scratchFolder(), from }
    await expect(dataFetchCommand(options, world, scratchFolder())).rejects.toThrow(from)
    expect(world.printed()).toContain('Licence: CC BY-SA 4.0. See https://www.robots.ox.ac.uk')
  })

  test('what a person can mend ends with status 2 and says how', async () => {
    const world = listeningWorld()
    expect(await main(['data', 'fetch', 'cows'], world)).toBe(2)
    expect(await main(['data', 'fetch', '../cows'], world)).toBe(2)
    expect(await main(['data', 'fetch', 'digits'], world)).toBe(2)
    expect(await main(['data', 'verify', 'cows'], world)).toBe(2)
    expect(world.said()).toContain('cows is no data set that is known.')
    expect(world.said()).toContain('../cows is no name of a data set.')
    expect(world.said()).toContain('digits comes with Gradus.')
    expect(world.said()).toContain('cows is not here. Fetch it: gradus data fetch cows.')
  })
})
