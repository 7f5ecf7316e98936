import { type Frame, PREFIX_BYTES, parseHeader, readPrefix } from './frame.ts'

/**
 * Puts frames together from chunks of any size. Memory for a frame is allocated once its lengths are
 * known to be under the caps, and bytes beyond one frame are an error: nobody asked for a second.
 */
export class FrameReader {
  private readonly prefix = new Uint8Array(PREFIX_BYTES)
  private filled = 0
  private content: Uint8Array | null = null
  private headerLength = 0

  /** The frame that the chunk completes, or null. `bodyCap` in bytes. Throws a ProtocolError. */
  push(chunk: Uint8Array, bodyCap: number): { frame: Frame | null; rest: number } {
    let offset = 0
    if (this.content === null) {
      offset = this.fill(this.prefix, chunk, 0)
      if (this.filled < PREFIX_BYTES) return { frame: null, rest: 0 }
      const { headerLength, bodyLength } = readPrefix(this.prefix, bodyCap)
      this.headerLength = headerLength
      this.content = new Uint8Array(headerLength + bodyLength)
      this.filled = 0
    }
    offset += this.fill(this.content, chunk, offset)
    if (this.filled < this.content.length) return { frame: null, rest: 0 }
    const content = this.content
    this.content = null
    this.filled = 0
    return {
      frame: {
        header: parseHeader(content.subarray(0, this.headerLength)),
        body: content.subarray(this.headerLength),
      },
      rest: chunk.length - offset,
    }
  }

  private fill(target: Uint8Array, chunk: Uint8Array, from: number): number {
    const taken = Math.min(target.length - this.filled, chunk.length - from)
    target.set(chunk.subarray(from, from + taken), this.filled)
    this.filled += taken
    return taken
  }
}
