import { ProtocolError } from './bytes.ts'

/** Bytes before the header: its length and that of the body, both unsigned 32-bit little-endian. */
export const PREFIX_BYTES = 8
/** The header only frames; whatever can grow travels in the body. */
const HEADER_BYTES = 4096

/** A parsed JSON object of unknown origin; read it with `ownField`. */
export type Header = Readonly<Record<string, unknown>>

export interface Frame {
  readonly header: Header
  readonly body: Uint8Array
}

/** What may be asked of the runner. The rest of a request is in the body. */
export type Ask =
  | { readonly op: 'boot'; readonly firstHandle: number }
  /** Imports a file, so that a failure while loading can be told from one in a call. */
  | { readonly op: 'import'; readonly file: string }
  | { readonly op: 'call'; readonly file: string; readonly name: string }
  | { readonly op: 'invoke'; readonly handle: number }
  | { readonly op: 'method'; readonly handle: number; readonly name: string }
  | { readonly op: 'get'; readonly handle: number; readonly name: string }
  /** The body is a list: the topology, and the weights. */
  | { readonly op: 'place' }
  | { readonly op: 'hold' }
  /** The body is one record: what the graph is made of. */
  | { readonly op: 'place-graph' }
  | { readonly op: 'memory' }

/** Asks for an empty frame with the same id: what comes before it is no part of the reply it follows. */
export const SEAL = 'seal'

/** What each request says besides: which check it serves. A new epoch reseeds and frees handles. */
export interface Epoch {
  readonly epoch: number
  readonly seed: number
}

/** How the runner answers; anything else that comes is a violation. */
export const OUTCOMES = ['value', 'threw', 'missing'] as const
export type AnswerKind = (typeof OUTCOMES)[number]

/** What an item of a body may need its place to be a multiple of, in bytes. */
const ALIGNMENT = 8

/** The bytes before the body, as many as keep its items where typed arrays can read them. */
export function framePrefix(header: object, bodyLength: number): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(header)
  const bare = new TextEncoder().encode(text).length
  const padded = text.padEnd(text.length + ((ALIGNMENT - (bare % ALIGNMENT)) % ALIGNMENT))
  const json = new TextEncoder().encode(padded)
  if (json.length > HEADER_BYTES) throw new RangeError('a header over 4096 bytes')
  const bytes = new Uint8Array(PREFIX_BYTES + json.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, json.length, true)
  view.setUint32(4, bodyLength, true)
  bytes.set(json, PREFIX_BYTES)
  return bytes
}

/** Both lengths, compared with their caps. Throws a ProtocolError. */
export function readPrefix(
  prefix: Uint8Array,
  bodyCap: number,
): { headerLength: number; bodyLength: number } {
  const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX_BYTES)
  const headerLength = view.getUint32(0, true)
  const bodyLength = view.getUint32(4, true)
  if (headerLength > HEADER_BYTES) throw new ProtocolError(`a header of ${headerLength} bytes`)
  if (bodyLength > bodyCap) throw new BodyTooLarge(bodyLength)
  return { headerLength, bodyLength }
}

/** A body over the cap: the one violation that an honest program can commit. */
export class BodyTooLarge extends ProtocolError {
  constructor(bodyLength: number) {
    super(`a body of ${bodyLength} bytes`)
    this.name = 'BodyTooLarge'
  }
}

/** The JSON object in a header. Throws a ProtocolError for anything else. */
export function parseHeader(bytes: Uint8Array): Header {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ProtocolError('a header that is not JSON')
  }
  if (!isHeader(parsed)) throw new ProtocolError('a header that is no object')
  return parsed
}

function isHeader(parsed: unknown): parsed is Header {
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
}

/** A field of the header itself: nothing inherited, whatever `__proto__` was sent. */
export function ownField(header: Header, name: string): unknown {
  return Object.hasOwn(header, name) ? header[name] : undefined
}
