import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { type Entry, MAX_ENTRY } from './tar.ts'

const inflate = promisify(inflateRaw)

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
/** The comment behind the end of the directory has at most so many bytes. */
const MAX_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

interface Listed {
  readonly path: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/**
 * The files of a zip archive, by its directory (PKWARE's APPNOTE 6.3, without zip64), each compared with its
 * checksum. Throws where the file is no zip, or an entry is damaged, encrypted or packed in another way.
 */
export async function* zipEntries(file: string): AsyncGenerator<Entry> {
  const handle = await open(file)
  try {
    for (const listed of await directory(handle)) {
      if (listed.path.endsWith('/')) continue
      yield { path: listed.path, data: await content(handle, listed) }
    }
  } finally {
    await handle.close()
  }
}

async function directory(handle: FileHandle): Promise<Listed[]> {
  const { size } = await handle.stat()
  const tail = await read(handle, Math.max(0, size - END_BYTES - MAX_COMMENT), size)
  let at = tail.length - END_BYTES
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1
  if (at < 0) throw new Error('this is no zip archive, or its end is missing')
  const count = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const start = tail.readUInt32LE(at + 16)
  if (count === 0xffff || start === 0xffffffff) throw new Error('zip64 is not read')
  const bytes = await read(handle, start, start + length)
  const entries: Listed[] = []
  let place = 0
  for (let entry = 0; entry < count; entry++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== CENTRAL) {
      throw new Error('the directory of the archive is damaged')
    }
    const nameLength = bytes.readUInt16LE(place + 28)
    entries.push({
      path: bytes.toString('utf8', place + 46, place + 46 + nameLength),
      flags: bytes.readUInt16LE(place + 8),
      method: bytes.readUInt16LE(place + 10),
      crc: bytes.readUInt32LE(place + 16),
      packed: bytes.readUInt32LE(place + 20),
      size: bytes.readUInt32LE(place + 24),
      offset: bytes.readUInt32LE(place + 42),
    })
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32)
  }
  return entries
}

async function content(handle: FileHandle, entry: Listed): Promise<Buffer> {
  const { path, flags, method, crc, packed, size, offset } = entry
  if (size > MAX_ENTRY) throw new Error(`${path} has an impossible size`)
  if ((flags & ENCRYPTED) !== 0) throw new Error(`${path} is encrypted`)
  const header = await read(handle, offset, offset + 30)
  if (header.readUInt32LE(0) !== LOCAL) throw new Error(`${path} is not where it should be`)
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const bytes = await read(handle, start, start + packed)
  const data = await unpacked(path, method, bytes, size)
  if (data.length !== size || crc32(data) !== crc) throw new Error(`${path} is damaged`)
  return data
}

async function unpacked(path: string, method: number, bytes: Buffer, size: number) {
  if (method === STORED) return bytes
  if (method !== DEFLATED) throw new Error(`${path} is packed in a way that is not read`)
  // no more than the directory says, whatever the bytes would unpack to
  return await inflate(bytes, { maxOutputLength: Math.max(1, size) })
}

async function read(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  // before memory is taken for what cannot be there
  if (end > (await handle.stat()).size) throw new Error('the archive is cut off')
  const bytes = Buffer.alloc(end - start)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
  if (bytesRead !== bytes.length) throw new Error('the archive is cut off')
  return bytes
}
