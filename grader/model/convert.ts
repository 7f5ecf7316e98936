import type { DType, HandleKind, TensorData, Value } from './value.ts'

/** What a value may be at most, whoever sends it: checked when it is made and when it is read. */
export const VALUE_CAPS = { depth: 32, nodes: 1_000_000, rank: 6 } as const

/** The parts of a tf.Tensor that crossing needs. */
interface TensorObject {
  readonly shape: number[]
  readonly dtype: string
  data(): Promise<unknown>
}

/** The parts of the `tf` namespace that crossing needs; any build of tfjs has them. */
export interface TensorLibrary {
  readonly Tensor: abstract new (...args: never[]) => TensorObject
  tensor(values: TensorData, shape: number[], dtype: DType): unknown
}

export type HandleValue = Extract<Value, { type: 'handle' }>

/** Things that stay where they are. Each side of the pipe has its own. */
export interface Handles {
  /** The handle that stands for a function or an object, or null when an object must cross as data. Throws for a function that may not cross. */
  toHandle(subject: object): HandleValue | null
  /** What a handle stands for on this side. Throws for an id that was never issued. */
  fromHandle(kind: HandleKind, id: number): unknown
}

/** A value that cannot cross; the message names it and says what can. */
export class ConversionError extends TypeError {
  constructor(what: string) {
    super(
      `${what} cannot be returned or passed; use a tensor, number, string, array or plain object`,
    )
    this.name = 'ConversionError'
  }
}

/**
 * A copy of anything that JavaScript code returned, as data. Tensors are read with `data()`, and live on.
 * Throws a ConversionError for what cannot cross: a Map, a Promise inside an array, a cycle, a string tensor.
 */
export async function toValue(
  subject: unknown,
  tf: TensorLibrary,
  handles: Handles,
): Promise<Value> {
  const reads: Promise<void>[] = []
  let nodes = 0

  function object(item: object, depth: number): Value {
    const handle = handles.toHandle(item)
    if (handle !== null) return handle
    if (item instanceof tf.Tensor) return tensor(item, reads)
    if (Array.isArray(item)) return array(item, depth)
    // a copy of its own, and of a subclass such as Buffer the bytes alone
    if (item instanceof Uint8Array && ArrayBuffer.isView(item)) {
      return { type: 'bytes', data: new Uint8Array(item) }
    }
    if (ArrayBuffer.isView(item)) return { type: 'numbers', data: packed(item) }
    const tag = Object.prototype.toString.call(item).slice(8, -1)
    if (tag !== 'Object') throw new ConversionError(`a ${tag}`)
    const entries = Object.entries(item).map(
      ([key, value]) => [key, convert(value, depth + 1)] as const,
    )
    return { type: 'record', entries }
  }

  function array(items: readonly unknown[], depth: number): Value {
    const data = numbers(items)
    if (data !== null) return { type: 'numbers', data }
    return { type: 'array', items: Array.from(items, (item) => convert(item, depth + 1)) }
  }

  function convert(item: unknown, depth: number): Value {
    nodes += 1
    if (depth > VALUE_CAPS.depth)
      throw new ConversionError('an object nested that deeply (a cycle?)')
    if (nodes > VALUE_CAPS.nodes) throw new ConversionError(`more than ${VALUE_CAPS.nodes} objects`)
    switch (typeof item) {
      case 'undefined':
        return { type: 'undefined' }
      case 'boolean':
        return { type: 'boolean', value: item }
      case 'number':
        return { type: 'number', value: item }
      case 'string':
        return { type: 'string', value: item }
      case 'function': {
        const handle = handles.toHandle(item)
        if (handle === null) throw new ConversionError('a function')
        return handle
      }
      case 'object':
        return item === null ? { type: 'null' } : object(item, depth)
      default:
        throw new ConversionError(`a ${typeof item}`)
    }
  }

  const value = convert(subject, 0)
  await Promise.all(reads)
  return value
}

/** The JavaScript value that data stands for: a tensor of `tf`, plain arrays and objects of this realm. */
export function fromValue(value: Value, tf: TensorLibrary, handles: Handles): unknown {
  switch (value.type) {
    case 'undefined':
      return undefined
    case 'null':
      return null
    case 'boolean':
    case 'number':
    case 'string':
      return value.value
    case 'numbers':
      return Array.from(value.data)
    case 'bytes':
      // one value may be handed to several functions, which may write into it
      return value.data.slice()
    case 'array':
      return value.items.map((item) => fromValue(item, tf, handles))
    case 'record':
      // defines own properties, so that an entry named __proto__ is one too
      return Object.fromEntries(
        value.entries.map(([key, item]) => [key, fromValue(item, tf, handles)]),
      )
    case 'tensor':
      return tf.tensor(value.data, [...value.shape], value.dtype)
    case 'handle':
      return handles.fromHandle(value.kind, value.id)
  }
}

function tensor(subject: TensorObject, reads: Promise<void>[]): Value {
  const { dtype } = subject
  if (!isDType(dtype)) throw new ConversionError(`a ${dtype} tensor`)
  const shape = [...subject.shape]
  if (shape.length > VALUE_CAPS.rank) throw new ConversionError(`a tensor of rank ${shape.length}`)
  const size = shape.reduce((product, length) => product * length, 1)
  const value: { type: 'tensor'; dtype: DType; shape: number[]; data: TensorData } = {
    type: 'tensor',
    dtype,
    shape,
    data: new Float32Array(0),
  }
  const read = async () => {
    value.data = typed(dtype, await subject.data())
    if (value.data.length !== size)
      throw new ConversionError('a tensor whose data misses its shape')
  }
  reads.push(read())
  return value
}

/** A copy: some backends give out the live memory of the tensor. */
function typed(dtype: DType, data: unknown): TensorData {
  if (dtype === 'float32' && data instanceof Float32Array) return data.slice()
  if (dtype === 'int32' && data instanceof Int32Array) return data.slice()
  if (dtype === 'bool' && data instanceof Uint8Array) return data.slice()
  // A cast that loses nothing shares the data: on cpu, int32 cast to float32 still reads as Int32Array.
  const narrower = data instanceof Int32Array || data instanceof Uint8Array
  if (dtype === 'float32' && narrower) return Float32Array.from(data)
  if (dtype === 'int32' && data instanceof Uint8Array) return Int32Array.from(data)
  throw new ConversionError(`a ${dtype} tensor without its data`)
}

function isDType(dtype: string): dtype is DType {
  return dtype === 'float32' || dtype === 'int32' || dtype === 'bool'
}

/** The numbers of an array of numbers only; null for an empty or a mixed one. */
function numbers(items: readonly unknown[]): Float64Array | null {
  if (items.length === 0) return null
  const data = new Float64Array(items.length)
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    if (typeof item !== 'number') return null
    data[index] = item
  }
  return data
}

function packed(view: ArrayBufferView): Float64Array {
  if (
    view instanceof DataView ||
    view instanceof BigInt64Array ||
    view instanceof BigUint64Array ||
    !isNumeric(view)
  ) {
    throw new ConversionError(`a ${view.constructor.name}`)
  }
  return Float64Array.from(view)
}

function isNumeric(view: ArrayBufferView): view is ArrayBufferView & Iterable<number> {
  return Symbol.iterator in view
}
