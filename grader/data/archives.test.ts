import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filesBelow } from './manifest.ts'
import { type Files, scratchFolder, tarGz, zip } from './testing.ts'
import { unpack } from './unpack.ts'

const LONG = `${'folder/'.repeat(20)}${'name'.repeat(30)}.jpg`
const FILES: Files = {
  'a.txt': 'one',
  'cats/1.jpg': Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251)),
  'empty.bin': '',
  [LONG]: 'deep',
  'ñandú.txt': 'two',
}

const same = (path: string) => path.replace(/^\.\//, '')

async function unpacked(name: string, archive: Buffer, place = same): Promise<Files> {
  const file = join(scratchFolder(), name)
  writeFileSync(file, archive)
  const folder = scratchFolder()
  await unpack(file, name, folder, place)
  return Object.fromEntries(
    filesBelow(folder).map((path) => [path, readFileSync(join(folder, path))]),
  )
}

function bytes(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files)
      .map(([path, content]) => [path, Buffer.from(content)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('tar.gz', () => {
  test.each(['gnu', 'posix', 'ustar'])('in the format %s, as tar writes it', async (format) => {
    const { [LONG]: _, ...short } = FILES
    const files = format === 'ustar' ? short : FILES
    expect(await unpacked('a.tar.gz', tarGz(files, format))).toEqual(bytes(files))
  })

  test('cut off anywhere is refused', async () => {
    const whole = gunzipSync(tarGz(FILES))
    for (const end of [100, 700, 40_000]) {
      const archive = gzipSync(whole.subarray(0, end))
      await expect(unpacked('a.tgz', archive)).rejects.toThrow('cut off')
    }
    const torn = tarGz(FILES).subarray(0, 400)
    await expect(unpacked('a.tgz', torn)).rejects.toThrow()
  })

  test('what is no tar is refused', async () => {
    await expect(unpacked('a.tar', Buffer.alloc(2048, 'x'))).rejects.toThrow('no tar archive')
    await expect(unpacked('a.tar.gz', Buffer.from('page'))).rejects.toThrow()
  })
})

describe('zip', () => {
  test('stored and deflated', async () => {
    expect(await unpacked('a.zip', zip(FILES))).toEqual(bytes(FILES))
  })

  test('a changed byte is found', async () => {
    const archive = zip({ 'a.txt': 'deflated', 'b.txt': 'stored as it is' })
    archive[archive.indexOf('stored as')] = 0x53
    await expect(unpacked('a.zip', archive)).rejects.toThrow('b.txt is damaged')
  })

  test('a file that unpacks to more than the directory says is refused', async () => {
    const archive = zip({ 'bomb.txt': Buffer.alloc(1_000_000) })
    const size = archive.indexOf('PK\u0001\u0002') + 24
    archive.writeUInt32LE(10, size)
    await expect(unpacked('a.zip', archive)).rejects.toThrow()
  })

  test('whatever is changed or cut off ends in an error or in files', async () => {
    const archive = zip({ 'a.txt': 'deflated', 'b.txt': 'stored' })
    const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 4 }),
        fc.nat({ max: archive.length }),
        async (changes, cut) => {
          const damaged = Buffer.from(archive)
          for (const [place, value] of changes) damaged[place % damaged.length] = value
          await unpacked('a.zip', damaged.subarray(0, damaged.length - (cut % 20))).then(
            (files) => expect(Object.keys(files).length).toBeLessThan(3),
            (error: unknown) => expect(error).toBeInstanceOf(Error),
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})

test.each(['../out.txt', '/out.txt', 'a/../../out.txt', 'a\\..\\out.txt', 'c:out', 'a//b'])(
  'no file of an archive is put outside: %s',
  async (path) => {
    await expect(unpacked('a.zip', zip({ [path]: 'x' }))).rejects.toThrow('has a file called')
  },
)
