import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { InputError } from '../model/issue.ts'
import { discard, download, editionNote } from './download.ts'
import { scratchFolder, serve, serveFile } from './testing.ts'

const CONTENT = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251))

function target(): string {
  return join(scratchFolder(), 'archive.zip')
}

describe('a download', () => {
  test('gives the bytes and says how far it is', async () => {
    const { url } = await serveFile(CONTENT)
    const file = target()
    const steps: (readonly [number, number | null])[] = []
    await download({ url, file, onProgress: (done, total) => steps.push([done, total]) })
    expect(readFileSync(file).equals(CONTENT)).toBe(true)
    expect(steps.at(-1)).toEqual([CONTENT.length, CONTENT.length])
    expect(readFileSync(editionNote(file), 'utf8')).toBe('"first"')
    discard(file)
    expect(existsSync(file) || existsSync(editionNote(file))).toBe(false)
  })

  test('that breaks off goes on from there when it is run again', async () => {
    const server = await serveFile(CONTENT)
    const file = target()
    server.breakAfter(100_000)
    await expect(download({ url: server.url, file })).rejects.toThrow(
      /broke off.*Run the same again: it goes on from there\./,
    )
    const have = readFileSync(file).length
    expect(have).toBeGreaterThan(0)
    expect(have).toBeLessThan(CONTENT.length)
    await download({ url: server.url, file })
    expect(server.ranges).toEqual([null, `bytes=${have}-`])
    expect(readFileSync(file).equals(CONTENT)).toBe(true)
  })

  test('begins anew when the file on the server has changed since', async () => {
    const server = await serveFile(CONTENT)
    const file = target()
    server.breakAfter(100_000)
    await expect(download({ url: server.url, file })).rejects.toThrow(InputError)
    const changed = CONTENT.map((byte) => 255 - byte)
    server.replace(changed, '"second"')
    await download({ url: server.url, file })
    expect(readFileSync(file).equals(Buffer.from(changed))).toBe(true)
  })

  test('that is complete already asks for no byte twice', async () => {
    const server = await serveFile(CONTENT)
    const file = target()
    await download({ url: server.url, file })
    await download({ url: server.url, file })
    expect(readFileSync(file).equals(CONTENT)).toBe(true)
    expect(server.ranges).toEqual([null, `bytes=${CONTENT.length}-`])
  })

  const CHANGED = Buffer.from(CONTENT.map((byte) => 255 - byte))

  test.each([
    ['does not say which edition it has', null],
    ['gives two files one weak ETag', 'W/"any"'],
  ])('from a server that %s begins anew, unless it is compared later', async (_, etag) => {
    const server = await serveFile(CONTENT)
    const { url } = server
    server.replace(CONTENT, etag)
    const [file, other] = [target(), target()]
    for (const each of [file, other]) {
      server.breakAfter(100_000)
      await expect(download({ url, file: each })).rejects.toThrow(InputError)
    }
    const have = readFileSync(other).length
    server.replace(CHANGED, etag)
    await download({ url, file })
    expect(readFileSync(file).equals(CHANGED)).toBe(true)
    await download({ url, file: other, compared: true })
    expect(server.ranges).toEqual([null, null, null, `bytes=${have}-`])
  })

  test('from a server that does not heed If-Range begins anew where the file has changed', async () => {
    const server = await serveFile(CONTENT)
    const file = target()
    server.breakAfter(100_000)
    await expect(download({ url: server.url, file })).rejects.toThrow(InputError)
    server.ignoreEditions()
    server.replace(CHANGED, '"second"')
    await download({ url: server.url, file })
    expect(readFileSync(file).equals(CHANGED)).toBe(true)
    expect(server.ranges).toHaveLength(3)
  })

  test('that was packed on the way is as long as it is, whatever was said', async () => {
    const packed = gzipSync(CONTENT)
    const headers = { 'content-encoding': 'gzip', 'content-length': packed.length, etag: '"x"' }
    const url = await serve((_, response) => response.writeHead(200, headers).end(packed))
    const file = target()
    await download({ url, file })
    expect(readFileSync(file).equals(CONTENT)).toBe(true)
    expect(existsSync(editionNote(file))).toBe(false)
  })

  test('larger than the file on the server begins anew', async () => {
    const { url } = await serveFile(CONTENT)
    const file = target()
    writeFileSync(file, Buffer.alloc(CONTENT.length + 1))
    await download({ url, file, compared: true })
    expect(readFileSync(file).equals(CONTENT)).toBe(true)
  })

  test('from a server without ranges begins anew', async () => {
    const url = await serve((_, response) => response.end(CONTENT))
    const file = target()
    writeFileSync(file, 'some of it')
    await download({ url, file, compared: true })
    expect(readFileSync(file).equals(CONTENT)).toBe(true)
  })

  test('that is interrupted keeps what it has', async () => {
    const url = await serve((_, response) => response.write(CONTENT.subarray(0, 50_000)))
    const file = target()
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const { signal } = controller
    await expect(download({ url, file, signal, onProgress })).rejects.toThrow(
      `${url} was interrupted. Run the same again: it goes on from there.`,
    )
    expect(existsSync(file)).toBe(true)
  })
})

describe('what goes wrong is said in a line, with what to do', () => {
  test('a page that is not there', async () => {
    const url = await serve((_, response) => response.writeHead(404).end())
    await expect(download({ url, file: target() })).rejects.toThrow(
      `${url} answered 404 Not Found. Get the file elsewhere and name it: --from FILE`,
    )
  })

  test('no network', async () => {
    const url = 'http://127.0.0.1:9/archive.zip'
    const refused = /cannot be reached \(.+\)\. Get the file elsewhere/
    await expect(download({ url, file: target() })).rejects.toThrow(refused)
    const nowhere = 'http://no-such-host.invalid/archive.zip'
    await expect(download({ url: nowhere, file: target() })).rejects.toThrow(refused)
  })

  test('a full disk', async () => {
    const { url } = await serveFile(CONTENT)
    const file = target()
    symlinkSync('/dev/full', file)
    await expect(download({ url, file })).rejects.toThrow(
      `${url} cannot be stored: the disk is full. Make room where ${file} is. Run the same again`,
    )
  })

  test('no address', async () => {
    await expect(download({ url: 'http://', file: target() })).rejects.toThrow('is no address')
  })
})
