/** One file of an archive. */
export interface Entry {
  readonly path: string
  readonly data: Buffer
}

const BLOCK = 512
const FILE = new Set(['0', '\0', '7'])
/** Bytes; longer than any file of a data set that is read into memory. */
export const MAX_ENTRY = 2 ** 30

/**
 * The files of a tar stream (POSIX ustar, with pax and GNU's long names); folders, links and devices are passed
 * over. Throws where the stream is no tar or ends within a file.
 */
export async function* tarEntries(stream: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const source = new Source(stream)
  let longPath: string | null = null
  for (;;) {
    const header = await source.take(BLOCK)
    if (header === null) throw new Error('the archive is cut off')
    // two blocks of zeros end it; the first says enough
    if (header.every((byte) => byte === 0)) return
    const { path, size, type } = readHeader(header)
    const padded = await source.take(Math.ceil(size / BLOCK) * BLOCK)
    if (padded === null) throw new Error(`the archive is cut off within ${path}`)
    const data = padded.subarray(0, size)
    if (type === 'x') longPath = paxPath(data) ?? longPath
    else if (type === 'L') longPath = text(data)
    else {
      if (FILE.has(type)) yield { path: longPath ?? path, data }
      longPath = null
    }
  }
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, ustar interchange format. */
function readHeader(header: Buffer): { path: string; size: number; type: string } {
  const sum = header.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (sum !== octal(header.subarray(148, 156))) throw new Error('this is no tar archive')
  const name = text(header.subarray(0, 100))
  const prefix = text(header.subarray(257, 262)) === 'ustar' ? text(header.subarray(345, 500)) : ''
  const size = octal(header.subarray(124, 136))
  if (!Number.isSafeInteger(size) || size < 0 || size > MAX_ENTRY) {
    throw new Error(`${name} has an impossible size`)
  }
  const type = String.fromCharCode(header[156] ?? 0)
  return { path: prefix === '' ? name : `${prefix}/${name}`, size, type }
}

function text(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end === -1 ? bytes.length : end)
}

function octal(bytes: Buffer): number {
  return Number.parseInt(text(bytes).trim() || '0', 8)
}

/** `LENGTH path=VALUE\n` among the records. */
function paxPath(data: Buffer): string | null {
  return /^\d+ path=(.*)$/m.exec(data.toString('utf8'))?.[1] ?? null
}

/** Hands out a stream in pieces of the length asked for. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>
  #parts: Buffer[] = []
  #length = 0

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** Null where fewer are left. */
  async take(count: number): Promise<Buffer | null> {
    while (this.#length < count) {
      const next = await this.#chunks.next()
      if (next.done === true) return null
      this.#parts.push(next.value)
      this.#length += next.value.length
    }
    const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts)
    if (all === undefined) return Buffer.alloc(0)
    this.#parts = [all.subarray(count)]
    this.#length -= count
    return all.subarray(0, count)
  }
}
