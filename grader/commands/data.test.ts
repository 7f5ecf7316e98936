import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { main } from '../cli.ts'
import { scratchFolder, serveFile, zip } from '../data/testing.ts'
import { dataFetchCommand, dataListCommand } from './data.ts'
import { dataVerifyCommand } from './data-verify.ts'
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

describe('gradus data list, of what others brought', () => {
  test('names what was fetched under a name of its own', async () => {
    const cache = scratchFolder({ 'data/fetched/my-pets/cats/1.jpg': '' })
    const world = listeningWorld()
    await dataListCommand({}, world, cache)
    expect(world.printed()).toContain('my-pets: your own\n  fetched: ')
  })

  test('says when GRADUS_DATA is no folder', async () => {
    const world = listeningWorld({ GRADUS_DATA: '/no/such\u001b[31m' })
    expect(await dataListCommand({ json: true }, world, scratchFolder())).toBe(0)
    expect(world.said()).toContain('GRADUS_DATA is "/no/such\\u{1b}[31m", which is no folder.')
    JSON.parse(world.printed())
    await expect(dataVerifyCommand({ name: 'mnist' }, world, scratchFolder())).rejects.toThrow(
      'mnist is not here. GRADUS_DATA is "/no/such',
    )
  })
})

describe('gradus data fetch and verify', () => {
  test('--json prints what was fetched and found as data', async () => {
    const [cache, root] = [scratchFolder(), scratchFolder({ 'pets.zip': await pets() })]
    const [fetching, verifying] = [listeningWorld(), listeningWorld()]
    const from = join(root, 'pets.zip')
    await dataFetchCommand({ name: 'my-pets', root, from, json: true }, fetching, cache)
    const folder = join(cache, 'data/fetched/my-pets')
    expect(JSON.parse(fetching.printed())).toEqual({
      ...{ name: 'my-pets', folder, fresh: true, pinned: true, files: 3 },
    })
    await dataVerifyCommand({ name: 'my-pets', json: true }, verifying, cache)
    expect(JSON.parse(verifying.printed())).toMatchObject({
      ...{ name: 'my-pets', folder, fetched: true, changes: [] },
      pictures: { count: 2, height: 64, width: 64, classes: 2 },
      skipped: [{ problem: 'format' }],
    })
  })

  test('names of files and classes paint nothing on the terminal', async () => {
    const files = {
      'pets/cats/line\nbreak \u001b[2J\u202e.jpg': 'no picture',
      'pets/cats/1.png': await picture(1),
      'pets/\u001b[31mdogs/1.png': await picture(2),
    }
    const world = listeningWorld({ GRADUS_DATA: scratchFolder(files) })
    expect(await dataVerifyCommand({ name: 'pets' }, world, scratchFolder())).toBe(0)
    expect(world.printed()).toContain('/cats/line\\u{a}break \\u{1b}[2J\\u{202e}.jpg: This is no')
    const bare = listeningWorld({
      GRADUS_DATA: scratchFolder({ ...files, 'pets/\u001b[31mdogs/1.png': '' }),
    })
    await expect(dataVerifyCommand({ name: 'pets' }, bare, scratchFolder())).rejects.toThrow(
      'has no picture of the class "\\u{1b}[31mdogs".',
    )
  })

  test('a file in place of a folder, and a list of files that is damaged, are named', async () => {
    const given = scratchFolder({
      mnist: 'a file',
      'my-pets/.gradus-data.json': '{"sources": [], "fi',
    })
    const world = listeningWorld({ GRADUS_DATA: given })
    const verify = (name: string) => dataVerifyCommand({ name }, world, scratchFolder())
    await expect(verify('mnist')).rejects.toThrow('/mnist is a file, and no folder.')
    await expect(verify('my-pets')).rejects.toThrow('json is no list of files with their SHA-256.')
    await expect(verify('digits')).rejects.toThrow('digits comes with Gradus.')
  })

  test('a network is read as one', async () => {
    const model = { modelTopology: { config: {} }, weightsManifest: [{ paths: ['shard'] }] }
    const network = { 'net/model.json': JSON.stringify(model), 'net/shard': '' }
    const world = listeningWorld({ GRADUS_DATA: scratchFolder(network) })
    expect(await dataVerifyCommand({ name: 'net' }, world, scratchFolder())).toBe(0)
    expect(world.printed()).toContain('A network of TensorFlow.js.')
  })

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
