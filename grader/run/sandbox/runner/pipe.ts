import { readSync, writeSync } from 'node:fs'
import { lengthOf, type Pieces } from '../bytes.ts'
import { type Frame, framePrefix, PREFIX_BYTES, parseHeader, readPrefix } from '../frame.ts'

/** The judge's end of the pipe, which it holds open as long as it wants anything. */
const PIPE = 3

/** Requests up to this size, in bytes, are read into memory that is kept. */
const KEPT_BYTES = 1 << 24

/** Where the last request lies: new memory takes longer to touch than to fill. */
let kept = new Uint8Array(1 << 16)

/**
 * Waits for the next request; null when the judge has closed the pipe. The wait is a blocking read: no
 * timer or promise that a submission left behind runs while nothing is asked of it. The body of the request
 * before is lost.
 */
export function readFrame(): Frame | null {
  const prefix = new Uint8Array(PREFIX_BYTES)
  if (!fill(prefix)) return null
  const { headerLength, bodyLength } = readPrefix(prefix, 0xffffffff)
  const header = new Uint8Array(headerLength)
  const body = memoryFor(bodyLength)
  if (!fill(header) || !fill(body)) return null
  return { header: parseHeader(header), body }
}

export function writeFrame(header: object, body: Pieces): void {
  writeFully(framePrefix(header, lengthOf(body)))
  for (const piece of body) writeFully(piece)
}

function memoryFor(length: number): Uint8Array {
  if (length > KEPT_BYTES) return new Uint8Array(length)
  if (length > kept.length) kept = new Uint8Array(length)
  return kept.subarray(0, length)
}

/** Whether as many bytes came as there is room for. */
function fill(bytes: Uint8Array): boolean {
  let filled = 0
  while (filled < bytes.length) {
    const count = readSync(PIPE, bytes, filled, bytes.length - filled, null)
    if (count === 0) return false
    filled += count
  }
  return true
}

function writeFully(bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(PIPE, bytes, written)
}
