import { VALUE_CAPS } from '../../model/convert.ts'
import type { DType, HandleKind, TensorData, Value } from '../../model/value.ts'
import { ByteReader, ByteWriter, type Pieces, ProtocolError } from './bytes.ts'

const TAGS = [
  'undefined',
  'null',
  'false',
  'true',
  'number',
  'string',
  'numbers',
  'array',
  'record',
  'tensor',
  'handle',
  'bytes',
] as const
type Tag = (typeof TAGS)[number]

const DTYPES = ['float32', 'int32', 'bool'] as const satisfies readonly DType[]
const HANDLE_KINDS = ['function', 'held', 'object'] as const satisfies readonly HandleKind[]

/**
 * Bytes of one value. Little-endian throughout; lengths are unsigned 32-bit. Large data of the value are not
 * copied: it must not change until the bytes are sent.
 */
export function encodeValue(value: Value): Pieces {
  const writer = new ByteWriter()
  write(writer, value)
  return writer.finish()
}

/**
 * The value that bytes stand for. Its data lie in these bytes, which must stay as they are as long as the
 * value is used. The bytes may come from anyone: counts are compared with the bytes that are there before
 * anything is allocated. Throws a ProtocolError, and nothing else.
 */
export function decodeValue(bytes: Uint8Array): Value {
  const reader = new ByteReader(bytes)
  const value = read(reader, { nodes: 0 }, 0)
  if (reader.remaining > 0) throw new ProtocolError(`${reader.remaining} bytes after the value`)
  return value
}

function write(writer: ByteWriter, value: Value): void {
  writer.byte(TAGS.indexOf(tagOf(value)))
  switch (value.type) {
    case 'undefined':
    case 'null':
    case 'boolean':
      break
    case 'number':
      writer.float(value.value)
      break
    case 'string':
      writer.text(value.value)
      break
    case 'numbers':
      writer.count(value.data.length)
      writer.items(value.data, 8)
      break
    case 'bytes':
      writer.count(value.data.length)
      writer.raw(value.data)
      break
    case 'array':
      writer.count(value.items.length)
      for (const item of value.items) write(writer, item)
      break
    case 'record':
      writer.count(value.entries.length)
      for (const [key, item] of value.entries) {
        writer.text(key)
        write(writer, item)
      }
      break
    case 'tensor':
      writer.byte(DTYPES.indexOf(value.dtype))
      writer.byte(value.shape.length)
      for (const length of value.shape) writer.count(length)
      writer.items(value.data, itemSizeOf(value.dtype))
      break
    case 'handle':
      writer.byte(HANDLE_KINDS.indexOf(value.kind))
      writer.count(value.id)
      break
  }
}

function tagOf(value: Value): Tag {
  if (value.type === 'boolean') return value.value ? 'true' : 'false'
  return value.type
}

function read(reader: ByteReader, seen: { nodes: number }, depth: number): Value {
  seen.nodes += 1
  if (seen.nodes > VALUE_CAPS.nodes) throw new ProtocolError('too many values')
  if (depth > VALUE_CAPS.depth) throw new ProtocolError('values nested too deeply')
  const tag = oneOf(TAGS, reader.byte(), 'tag')
  switch (tag) {
    case 'undefined':
    case 'null':
      return { type: tag }
    case 'false':
    case 'true':
      return { type: 'boolean', value: tag === 'true' }
    case 'number':
      return { type: 'number', value: reader.float() }
    case 'string':
      return { type: 'string', value: reader.text() }
    case 'numbers': {
      const count = reader.count(8)
      const { buffer, byteOffset } = reader.items(count, 8)
      return { type: 'numbers', data: new Float64Array(buffer, byteOffset, count) }
    }
    case 'bytes': {
      const count = reader.count(1)
      const { buffer, byteOffset } = reader.items(count, 1)
      return { type: 'bytes', data: new Uint8Array(buffer, byteOffset, count) }
    }
    case 'array': {
      const items: Value[] = []
      for (let left = reader.count(1); left > 0; left -= 1) {
        items.push(read(reader, seen, depth + 1))
      }
      return { type: 'array', items }
    }
    case 'record': {
      const entries: [string, Value][] = []
      // an entry has at least the length of its key and a tag
      for (let left = reader.count(5); left > 0; left -= 1) {
        const key = reader.text()
        const item = read(reader, seen, depth + 1)
        // awaiting it would call the submission back, and wait for as long as that likes
        if (key === 'then' && item.type === 'handle') {
          throw new ProtocolError('a record with a function "then"')
        }
        entries.push([key, item])
      }
      return { type: 'record', entries }
    }
    case 'tensor':
      return readTensor(reader)
    case 'handle':
      return {
        type: 'handle',
        kind: oneOf(HANDLE_KINDS, reader.byte(), 'kind of handle'),
        id: reader.integer(),
      }
  }
}

function readTensor(reader: ByteReader): Value {
  const dtype = oneOf(DTYPES, reader.byte(), 'dtype')
  const rank = reader.byte()
  if (rank > VALUE_CAPS.rank) throw new ProtocolError(`a tensor of rank ${rank}`)
  const shape: number[] = []
  for (let axis = 0; axis < rank; axis += 1) shape.push(reader.integer())
  let size = 1
  for (const length of shape) {
    size *= length
    if (!Number.isSafeInteger(size)) throw new ProtocolError('a tensor too large')
  }
  return { type: 'tensor', dtype, shape, data: readData(reader, dtype, size) }
}

function itemSizeOf(dtype: DType): number {
  return dtype === 'bool' ? 1 : 4
}

function readData(reader: ByteReader, dtype: DType, size: number): TensorData {
  const { buffer, byteOffset } = reader.items(size, itemSizeOf(dtype))
  if (dtype === 'float32') return new Float32Array(buffer, byteOffset, size)
  if (dtype === 'int32') return new Int32Array(buffer, byteOffset, size)
  return new Uint8Array(buffer, byteOffset, size)
}

function oneOf<T>(names: readonly T[], index: number, what: string): T {
  const name = names[index]
  if (name === undefined) throw new ProtocolError(`unknown ${what} ${index}`)
  return name
}
