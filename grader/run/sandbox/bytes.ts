/** Bytes that do not follow the protocol. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ProtocolError'
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Data from this size on, in bytes, go out as they are: copied once more, they cost more than another write. */
const LARGE = 1 << 16

/** Little-endian bytes, in pieces: one after the other they are what was written. */
export type Pieces = readonly Uint8Array<ArrayBufferLike>[]

/** The bytes of all pieces together. */
export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
}

/** Collects little-endian bytes. Large data are not copied: they must stay as they are until sent. */
export class ByteWriter {
  readonly #pieces: Uint8Array[] = []
  /** Bytes in the pieces. */
  #ended = 0
  #bytes = new Uint8Array(256)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length] = value
    this.#length += 1
  }

  count(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
      throw new RangeError(`${value} is no unsigned 32-bit integer`)
    }
    this.#reserve(4)
    this.#view.setUint32(this.#length, value, true)
    this.#length += 4
  }

  float(value: number): void {
    this.#reserve(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
  }

  text(value: string): void {
    const bytes = encoder.encode(value)
    this.count(bytes.length)
    this.raw(bytes)
  }

  /** Items of one size, so placed that they can be read where they lie. */
  items(data: ArrayBufferView, itemSize: number): void {
    for (let gap = gapBefore(this.#ended + this.#length, itemSize); gap > 0; gap--) this.byte(0)
    this.raw(data)
  }

  raw(data: ArrayBufferView): void {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    if (bytes.length >= LARGE) {
      this.#endPiece()
      this.#push(bytes)
      return
    }
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  finish(): Pieces {
    this.#endPiece()
    return this.#pieces
  }

  /** What was written so far stays; the next bytes follow it in the same memory. */
  #endPiece(): void {
    if (this.#length > 0) this.#push(this.#bytes.subarray(0, this.#length))
    this.#use(this.#bytes.subarray(this.#length))
    this.#length = 0
  }

  #push(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.#ended += piece.length
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(256, needed * 2))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#use(grown)
  }

  #use(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}

/** Bytes to leave out before items of `itemSize` bytes, from the start of all bytes. */
function gapBefore(offset: number, itemSize: number): number {
  return (itemSize - (offset % itemSize)) % itemSize
}

/** Reads what ByteWriter wrote, and throws a ProtocolError for anything else. */
export class ByteReader {
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private offset = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get remaining(): number {
    return this.bytes.length - this.offset
  }

  byte(): number {
    return this.view.getUint8(this.advance(1))
  }

  integer(): number {
    return this.view.getUint32(this.advance(4), true)
  }

  float(): number {
    return this.view.getFloat64(this.advance(8), true)
  }

  /** A number of items of at least `itemSize` bytes each, all of which must still be there. */
  count(itemSize: number): number {
    const count = this.integer()
    if (count * itemSize > this.remaining) {
      throw new ProtocolError(`${count} items announced, ${this.remaining} bytes left`)
    }
    return count
  }

  text(): string {
    const length = this.count(1)
    const start = this.advance(length)
    try {
      return decoder.decode(this.bytes.subarray(start, start + length))
    } catch {
      throw new ProtocolError('text that is not UTF-8')
    }
  }

  /**
   * The next `count` items of `itemSize` bytes each, as a place in a buffer that a typed array accepts: where
   * they lie when that is aligned, and a copy of them otherwise.
   */
  items(count: number, itemSize: number): { buffer: ArrayBufferLike; byteOffset: number } {
    this.advance(gapBefore(this.offset, itemSize))
    const start = this.advance(count * itemSize)
    const { buffer, byteOffset } = this.bytes.subarray(start, start + count * itemSize)
    if (byteOffset % itemSize === 0) return { buffer, byteOffset }
    return { buffer: buffer.slice(byteOffset, byteOffset + count * itemSize), byteOffset: 0 }
  }

  private advance(length: number): number {
    if (length > this.remaining) {
      throw new ProtocolError(`${length} bytes wanted, ${this.remaining} left`)
    }
    const start = this.offset
    this.offset += length
    return start
  }
}
