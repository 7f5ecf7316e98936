import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder that is gone after the test. */
export function scratchFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** As the program tar makes it; `format` names one of its formats. */
export function tarGz(files: Files, format = 'gnu'): Buffer {
  const folder = scratchFolder(files)
  const file = join(scratchFolder(), 'archive.tar.gz')
  execFileSync('tar', ['-czf', file, `--format=${format}`, '-C', folder, '.'])
  return readFileSync(file)
}

/** A zip of stored and deflated files, in turn. */
export function zip(files: Files): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [index, [path, content]] of Object.entries(files).entries()) {
    const data = Buffer.from(content)
    const method = index % 2 === 0 ? 8 : 0
    const packed = method === 8 ? deflateRawSync(data) : data
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(path), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(path), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const made = Buffer.from([20, 0])
    centrals.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), made, fields, rest, Buffer.from(path)]),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this machine; gives its address. */
export async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

export interface RangeServer {
  readonly url: string
  /** `Range` of each request so far, null for none. */
  readonly ranges: (string | null)[]
  /** The next answer breaks off after so many bytes. */
  breakAfter(bytes: number): void
  replace(content: Uint8Array, etag: string | null): void
  /** Sends the rest of what it has now, whatever If-Range says. */
  ignoreEditions(): void
}

interface Served {
  readonly content: Buffer
  readonly etag: string | null
}

/** Serves one file under any path, with ranges, as servers of data sets do. */
export async function serveFile(first: Uint8Array): Promise<RangeServer> {
  const ranges: (string | null)[] = []
  let file: Served = { content: Buffer.from(first), etag: '"first"' }
  let heeds = true
  let limit = Number.POSITIVE_INFINITY
  const url = await serve((request, response) => {
    const { range = null, 'if-range': edition } = request.headers
    ranges.push(range)
    const same = !heeds || edition === undefined || edition === file.etag
    const start = range !== null && same ? Number(/^bytes=(\d+)-$/.exec(range)?.[1]) : 0
    const { length } = file.content
    if (start >= length) {
      response.writeHead(416, { 'content-range': `bytes */${length}` }).end()
      return
    }
    const part = file.content.subarray(start)
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': part.length,
      ...(file.etag === null ? {} : { etag: file.etag }),
      ...(start > 0 ? { 'content-range': `bytes ${start}-${length - 1}/${length}` } : {}),
    })
    if (part.length <= limit) response.end(part)
    else response.write(part.subarray(0, limit), () => setTimeout(() => response.destroy(), 200))
    limit = Number.POSITIVE_INFINITY
  })
  return {
    url,
    ranges,
    breakAfter(bytes) {
      limit = bytes
    },
    replace(content, etag) {
      file = { content: Buffer.from(content), etag }
    },
    ignoreEditions() {
      heeds = false
    },
  }
}
