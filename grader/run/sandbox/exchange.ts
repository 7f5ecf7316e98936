import { randomUUID } from 'node:crypto'
import { lengthOf, type Pieces, ProtocolError } from './bytes.ts'
import { type Ask, type Epoch, type Frame, framePrefix, ownField, SEAL } from './frame.ts'
import { FrameReader } from './frame-reader.ts'

/**
 * One request on its way: its reply, and then the seal of the reply. A reply counts when the runner, asked
 * once more, answers with nothing in between. What a submission writes past the runner is then found before
 * the next request, which may be another check's, goes out: the pipe keeps the order.
 */
export class Exchange {
  readonly #send: (bytes: Uint8Array) => void
  readonly #reader = new FrameReader()
  readonly #sealed: boolean
  /** Of the frame that must come next: unknown to the submission until it has read it. */
  #id = randomUUID()
  #reply: Frame | null = null

  constructor(ask: Ask & Epoch, body: Pieces, send: (bytes: Uint8Array) => void) {
    this.#send = send
    // no code of a submission has run at boot
    this.#sealed = ask.op !== 'boot'
    send(framePrefix({ id: this.#id, ...ask }, lengthOf(body)))
    for (const piece of body) send(piece)
  }

  /** The reply, when these bytes complete its seal. `bodyCap` in bytes. Throws a ProtocolError. */
  receive(chunk: Uint8Array, bodyCap: number): Frame | null {
    if (this.#reply !== null) return this.#isSeal(chunk) ? this.#reply : null
    const { frame, rest } = this.#reader.push(chunk, bodyCap)
    if (rest > 0) throw strayBytes()
    if (frame === null) return null
    if (ownField(frame.header, 'id') !== this.#id) throw new ProtocolError('the wrong id')
    if (!this.#sealed) return frame
    this.#reply = frame
    this.#id = randomUUID()
    this.#send(framePrefix({ id: this.#id, op: SEAL }, 0))
    return null
  }

  /** An empty frame with the id; anything else is a second reply, whichever rule that breaks. */
  #isSeal(chunk: Uint8Array): boolean {
    let read: ReturnType<FrameReader['push']>
    try {
      read = this.#reader.push(chunk, 0)
    } catch (error) {
      throw error instanceof ProtocolError ? strayBytes() : error
    }
    if (read.frame === null) return false
    if (read.rest > 0 || ownField(read.frame.header, 'id') !== this.#id) throw strayBytes()
    return true
  }
}

function strayBytes(): ProtocolError {
  return new ProtocolError('bytes after the reply')
}
