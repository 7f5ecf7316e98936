/** Bytes that do not follow the protocol. */
export class ProtocolError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ProtocolError'
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Little-endian bytes that grow by doubling. */
export class ByteWriter {
  private bytes = new Uint8Array(256)
  private view = new DataView(this.bytes.buffer)
  private length = 0

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length] = value
    this.length += 1
  }

  count(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
      throw new RangeError(`${value} is no unsigned 32-bit integer`)
    }
    this.reserve(4)
    this.view.setUint32(this.length, value, true)
    this.length += 4
  }

  float(value: number): void {
    this.reserve(8)
    this.view.setFloat64(this.length, value, true)
    this.length += 8
  }

  text(value: string): void {
    const bytes = encoder.encode(value)
    this.count(bytes.length)
    this.raw(bytes)
  }

  raw(data: ArrayBufferView): void {
    this.reserve(data.byteLength)
    this.bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), this.length)
    this.length += data.byteLength
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length)
  }

  private reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.bytes.length) return
    // twice what is needed now: after one large tensor, the rest seldom copies it again
    const grown = new Uint8Array(needed * 2)
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }
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

  /** The next `items * itemSize` bytes in fresh, aligned memory. */
  copy(items: number, itemSize: number): ArrayBuffer {
    const length = items * itemSize
    const start = this.advance(length)
    const copy = new Uint8Array(length)
    copy.set(this.bytes.subarray(start, start + length))
    return copy.buffer
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
