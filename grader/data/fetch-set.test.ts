import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { InputError } from '../model/issue.ts'
import { type FetchSetOptions, fetchSet } from './fetch-set.ts'
import { KNOWN_SETS } from './known-sets.ts'
import { changesOf, filesBelow, readManifest } from './manifest.ts'
import { scratchFolder, serveFile, tarGz, zip } from './testing.ts'

const PICTURES = { 'all/cats/1.jpg': 'a cat', 'all/dogs/1.jpg': 'a dog', 'all/README': 'about' }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function options(name: string, from?: string): FetchSetOptions {
  const [cache, root] = [scratchFolder(), scratchFolder()]
  return { name, from, cwd: root, cache, root }
}

/** Everything below the cache folder but the files that are kept to go on from. */
function inPlace({ cache }: FetchSetOptions): string[] {
  return filesBelow(cache).filter((path) => !path.startsWith('data/downloads/'))
}

describe('a data set of your own', () => {
  test('is downloaded, unpacked, and its SHA-256 pinned for everybody else', async () => {
    const archive = zip(PICTURES)
    const { url } = await serveFile(archive)
    const first = options('my-set', `${url}/my-set.zip`)
    const fetched = await fetchSet(first)
    expect(fetched).toMatchObject({ fresh: true, pinned: true, files: 3 })
    // the one folder around all of it is lifted
    expect(filesBelow(fetched.folder)).toEqual(['README', 'cats/1.jpg', 'dogs/1.jpg'])
    const pins = readFileSync(join(first.root, 'data-pins.json'), 'utf8')
    expect(JSON.parse(pins)).toEqual({ 'my-set': { 'my-set.zip': sha256(archive) } })
    expect(readdirSync(join(first.cache, 'data/downloads'))).toEqual([])

    const { root } = first
    expect(await fetchSet({ ...first, cache: scratchFolder() })).toMatchObject({ pinned: false })
    expect(readFileSync(join(root, 'data-pins.json'), 'utf8')).toBe(pins)
    expect(await fetchSet(first)).toMatchObject({ fresh: false })
  })

  test('that is another than the pinned one is refused, and nothing of it stays', async () => {
    const server = await serveFile(zip(PICTURES))
    const first = options('my-set', `${server.url}/my-set.zip`)
    await fetchSet(first)
    const other = zip({ 'cats/1.jpg': 'another cat' })
    server.replace(other, '"other"')
    const second = { ...first, cache: scratchFolder() }
    await expect(fetchSet(second)).rejects.toThrow(
      new RegExp(`has the SHA-256 ${sha256(other)}, not [0-9a-f]{64} of .*data-pins.json`),
    )
    expect(filesBelow(second.cache)).toEqual([])
  })

  test('may be an archive on this disk, which stays', async () => {
    const course = scratchFolder({ 'my-set.tar.gz': tarGz(PICTURES) })
    const { files } = await fetchSet({ ...options('my-set', 'my-set.tar.gz'), cwd: course })
    expect(files).toBe(3)
    expect(existsSync(join(course, 'my-set.tar.gz'))).toBe(true)
  })

  test('is compared with its pin whatever its archive is called', async () => {
    const course = scratchFolder({ 'a.zip': zip(PICTURES), 'b.zip': zip({ 'cats/1.jpg': 'x' }) })
    const asked = { ...options('my-set', 'a.zip'), cwd: course }
    await fetchSet(asked)
    const other = { ...asked, from: 'b.zip', cache: scratchFolder() }
    await expect(fetchSet(other)).rejects.toThrow('b.zip has the SHA-256')
  })

  test('must be an archive of data', async () => {
    const course = scratchFolder({ 'notes.txt': 'no data', 'my-set/cats/1.jpg': 'a cat' })
    const from = (place: string) => fetchSet({ ...options('my-set', place), cwd: course })
    await expect(from('notes.txt')).rejects.toThrow('notes.txt holds no data set: no IDX files')
    await expect(from('my-set')).rejects.toThrow(
      'my-set is no file. Name an archive; a folder of your own needs no fetching: set GRADUS_DATA',
    )
    await expect(from('')).rejects.toThrow('is no file.')
  })

  test('without a place is refused with the names that are known', async () => {
    await expect(fetchSet(options('cows'))).rejects.toThrow(
      'cows is no data set that is known. There are cats-vs-dogs, cifar-10, oxford-pets,',
    )
    await expect(fetchSet(options('cows', '/no/such.zip'))).rejects.toThrow('/no/such.zip is not')
  })
})

describe('nothing half-written is used', () => {
  test('after an interruption the next try goes on', async () => {
    const archive = zip({ 'cats/1.jpg': Buffer.alloc(200_000, 'cat'), 'dogs/1.jpg': PSEUDO })
    const server = await serveFile(archive)
    const asked = options('my-set', `${server.url}/my-set.zip`)
    server.breakAfter(60_000)
    await expect(fetchSet(asked)).rejects.toThrow('it goes on from there')
    expect(inPlace(asked)).toEqual([])
    const kept = statSync(join(asked.cache, 'data/downloads/my-set-my-set.zip')).size
    expect(await fetchSet(asked)).toMatchObject({ fresh: true, files: 2 })
    expect(server.ranges).toEqual([null, `bytes=${kept}-`])
  })

  test('nor when unpacking is interrupted: the download stays', async () => {
    const server = await serveFile(zip(PICTURES))
    const asked = options('my-set', `${server.url}/my-set.zip`)
    const controller = new AbortController()
    const onProgress = (_: number, what: string) => {
      if (what.startsWith('unpacking')) controller.abort()
    }
    const { signal } = controller
    await expect(fetchSet({ ...asked, signal, onProgress })).rejects.toThrow('was interrupted.')
    expect(inPlace(asked)).toEqual([])
    expect(await fetchSet(asked)).toMatchObject({ fresh: true, files: 3 })
    expect(server.ranges.at(-1)).not.toBeNull()
  })

  test('nor is gone on from what cannot be unpacked, such as the page of a network that asks to log in', async () => {
    const server = await serveFile(Buffer.from('<!doctype html>'))
    const asked = options('my-set', `${server.url}/my-set.zip`)
    await expect(fetchSet(asked)).rejects.toThrow('cannot be unpacked')
    expect(filesBelow(asked.cache)).toEqual([])
    server.replace(zip(PICTURES), '"first"')
    expect(await fetchSet(asked)).toMatchObject({ fresh: true, files: 3 })
  })

  test('nor by two at once: one fetches, the other is told which process does', async () => {
    const { url } = await serveFile(zip(PICTURES))
    const asked = options('my-set', `${url}/my-set.zip`)
    const first = fetchSet(asked)
    await expect(fetchSet(asked)).rejects.toThrow(
      `my-set is being fetched already, by process ${process.pid}. Wait for it, or end it;`,
    )
    expect(await first).toMatchObject({ fresh: true, files: 3 })
    expect(await fetchSet(asked)).toMatchObject({ fresh: false, files: 3 })
  })

  test('and what a killed process left is taken over', async () => {
    const { url } = await serveFile(zip(PICTURES))
    const asked = options('my-set', `${url}/my-set.zip`)
    const left = scratchFolder({
      // this one had the number before
      'data/my-set.lock': `${process.pid} 1`,
      'data/unpacking/my-set/files/dogs/half.jpg': 'half',
    })
    const { folder } = await fetchSet({ ...asked, cache: left })
    expect(filesBelow(folder)).toEqual(['README', 'cats/1.jpg', 'dogs/1.jpg'])
    expect(readdirSync(join(left, 'data'))).toEqual(['downloads', 'fetched', 'unpacking'])
    expect(readdirSync(join(left, 'data/unpacking'))).toEqual([])
  })

  test.runIf(process.platform === 'linux')('also while nobody has asked how it ended', async () => {
    const asked = { ...options('my-set', 'a.zip'), cwd: scratchFolder({ 'a.zip': zip(PICTURES) }) }
    const file = join(asked.cache, 'data/my-set.lock')
    mkdirSync(join(asked.cache, 'data'))
    // the shell becomes another program, which does not ask
    const shell = 'sleep 9 & read -r _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ t _ < /proc/$!/stat'
    const kept = `${shell}; printf '%s' "$! $t" > '${file}'; exec sleep 9`
    const parent = spawn('sh', ['-c', kept])
    onTestFinished(() => void parent.kill())
    const read = (path: string) => readFileSync(path, 'utf8')
    await vi.waitFor(() => expect(read(`/proc/${parent.pid}/comm`)).toBe('sleep\n'))
    expect(read(file)).toMatch(/^\d+ \d+$/)
    const pid = Number(read(file).split(' ')[0])
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(() => expect(read(`/proc/${pid}/stat`)).toContain(' Z '))
    expect(await fetchSet(asked)).toMatchObject({ fresh: true })
  })

  test('where the cache folder cannot be written, that is said', async () => {
    const file = join(scratchFolder({ cache: 'a file' }), 'cache')
    await expect(fetchSet({ ...options('my-set', '/x.zip'), cache: file })).rejects.toThrow(
      /my-set cannot be stored in .+ \((ENOTDIR|EEXIST)\)\. Make it writable/,
    )
  })

  test('nor of an archive that is damaged', async () => {
    const archive = zip(PICTURES)
    const { url } = await serveFile(archive.subarray(0, archive.length - 30))
    const asked = options('my-set', `${url}/my-set.zip`)
    await expect(fetchSet(asked)).rejects.toThrow(/cannot be unpacked: .+ Get it again/)
    expect(inPlace(asked)).toEqual([])
    expect(existsSync(join(asked.root, 'data-pins.json'))).toBe(false)
  })

  test('nor of an archive without files', async () => {
    const { url } = await serveFile(zip({ 'cats/': '' }))
    const asked = options('my-set', `${url}/my-set.zip`)
    await expect(fetchSet(asked)).rejects.toThrow('holds no data set')
    expect(inPlace(asked)).toEqual([])
  })
})

const PSEUDO = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * index) % 251))

describe('the data sets that are known', () => {
  test('another content than the published one is refused', async () => {
    const { url } = await serveFile(zip({ 'PetImages/Cat/0.jpg': 'a cat' }))
    const asked = options('cats-vs-dogs', `${url}/mirror.zip`)
    await expect(fetchSet(asked)).rejects.toThrow(
      /has the SHA-256 [0-9a-f]{64}, not b7974bd[0-9a-f]{57} as published\..*another source/,
    )
    expect(filesBelow(asked.cache)).toEqual([])
  })

  test('of several files are looked for in the folder that is named', async () => {
    const folder = scratchFolder({ 'train-images-idx3-ubyte.gz': 'not those' })
    await expect(fetchSet(options('mnist', folder))).rejects.toThrow(
      `${folder}/train-images-idx3-ubyte.gz has the SHA-256`,
    )
  })

  test.each([
    ['cats-vs-dogs', 'PetImages/Cat/0.jpg', 'cats/0.jpg'],
    ['cats-vs-dogs', 'PetImages/Dog/12499.jpg', 'dogs/12499.jpg'],
    ['cats-vs-dogs', 'PetImages/Dog/Thumbs.db', null],
    ['cats-vs-dogs', 'readme[1].txt', null],
    ['cifar-10', 'cifar-10-batches-bin/data_batch_1.bin', 'data_batch_1.bin'],
    ['cifar-10', 'cifar-10-batches-bin/', null],
    ['oxford-pets', 'images/Maine_Coon_7.jpg', 'cats/Maine_Coon_7.jpg'],
    ['oxford-pets', 'images/shiba_inu_7.jpg', 'dogs/shiba_inu_7.jpg'],
    ['oxford-pets', 'images/Abyssinian_100.mat', null],
    ['oxford-pets', 'images/../../Evil_1.jpg', null],
  ])('%s: %s goes to %s', (name, path, expected) => {
    expect(KNOWN_SETS.find((set) => set.name === name)?.place(path)).toBe(expected)
  })

  const network = join(process.env['GRADUS_DATA'] ?? '', 'mobilenet_v1_0.25_224')
  test.runIf(process.env['GRADUS_DATA'] && existsSync(network))(
    'MobileNet is the one that is published (needs GRADUS_DATA with mobilenet_v1_0.25_224/)',
    async () => {
      const asked = options('mobilenet-v1-025-224', network)
      expect(await fetchSet(asked)).toMatchObject({ fresh: true, pinned: false, files: 56 })
    },
  )

  test('have a name that fits a folder, a licence, and a SHA-256 for every file', () => {
    for (const { name, licence, home, files } of KNOWN_SETS) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(licence.length).toBeGreaterThan(2)
      expect(home).toMatch(/^https:\/\//)
      for (const file of files) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  })
})

test('a file that is changed, gone or new is found', async () => {
  const course = scratchFolder({ 'my-set.tar.gz': tarGz(PICTURES) })
  const { folder } = await fetchSet({ ...options('my-set', 'my-set.tar.gz'), cwd: course })
  const manifest = readManifest(folder)
  if (manifest === null) throw new Error('no manifest')
  expect(await changesOf(folder, manifest)).toEqual([])
  writeFileSync(join(folder, 'cats/1.jpg'), 'another')
  writeFileSync(join(folder, 'cats/2.jpg'), 'new')
  const { rmSync } = await import('node:fs')
  rmSync(join(folder, 'README'))
  const found = await changesOf(folder, manifest)
  expect(found.map(({ file, what }) => `${file.slice(folder.length + 1)} ${what}`)).toEqual([
    'README is gone.',
    'cats/1.jpg was changed.',
    'cats/2.jpg was not fetched with the rest.',
  ])
})

test('pins that are no pins are refused', async () => {
  const asked = options('my-set', '/x.zip')
  writeFileSync(join(asked.root, 'data-pins.json'), '{"my-set": {"x.zip": "short"}}')
  await expect(fetchSet(asked)).rejects.toThrow(InputError)
  await expect(fetchSet(asked)).rejects.toThrow('data-pins.json is no JSON of SHA-256')
})
