import { readSync, writeSync } from 'node:fs'
import { lengthOf, type Pieces } from '../bytes.ts'
import { type Frame, framePrefix, PREFIX_BYTES, parseHeader, readPrefix } from '../frame.ts'

/** The judge's end of the pipe, which it holds open as long as it wants anything. */
const PIPE = 3

/**
 * Waits for the next request; null when the judge has closed the pipe. The wait is a blocking read: no
 * timer or promise that a submission left behind runs while nothing is asked of it.
 */
export function readFrame(): Frame | null {
  const prefix = readFully(PREFIX_BYTES)
  if (prefix === null) return null
  const { headerLength, bodyLength } = readPrefix(prefix, 0xffffffff)
  const content = readFully(headerLength + bodyLength)
  if (content === null) return null
  return {
    header: parseHeader(content.subarray(0, headerLength)),
    body: content.subarray(headerLength),
  }
}

export function writeFrame(header: object, body: Pieces): void {
  writeFully(framePrefix(header, lengthOf(body)))
  for (const piece of body) writeFully(piece)
}

function readFully(length: number): Uint8Array | null {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(PIPE, bytes, filled, length - filled, null)
    if (count === 0) return null
    filled += count
  }
  return bytes
}

function writeFully(bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(PIPE, bytes, written)
}
