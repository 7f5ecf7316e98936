import type { Measured } from './outcome.ts'
import type { DType, TensorData, Value } from './value.ts'

/** A `Value` as readable JSON, for recordings that people review in a diff. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | {
      readonly $tensor: DType
      readonly shape: readonly number[]
      readonly data: readonly Measured[]
    }
  /** Base64. */
  | { readonly $bytes: string }
  | { readonly $number: 'NaN' | 'Infinity' | '-Infinity' }
  | { readonly $undefined: true }
  | { readonly $record: readonly (readonly [string, JsonValue])[] }

/** Nine significant digits identify every float32; fewer would move a reference. */
const FLOAT32_DIGITS = 9

export function measured(value: number): Measured {
  if (Number.isNaN(value)) return 'NaN'
  if (value === Infinity) return 'Infinity'
  if (value === -Infinity) return '-Infinity'
  return value
}

/** The number that `measured` wrote. */
export function unmeasured(value: Measured): number {
  return typeof value === 'number' ? value : Number(value)
}

/** Throws for handles: a function cannot be written down. */
export function toJson(value: Value): JsonValue {
  switch (value.type) {
    case 'undefined':
      return { $undefined: true }
    case 'null':
      return null
    case 'boolean':
    case 'string':
      return value.value
    case 'number':
      return numberToJson(value.value)
    case 'numbers':
      return Array.from(value.data, numberToJson)
    case 'bytes':
      return { $bytes: Buffer.from(value.data).toString('base64') }
    case 'array':
      return value.items.map(toJson)
    case 'record':
      return { $record: value.entries.map(([key, item]) => [key, toJson(item)] as const) }
    case 'tensor':
      return {
        $tensor: value.dtype,
        shape: value.shape,
        data: Array.from(value.data, (x) =>
          measured(Number.isFinite(x) ? Number(x.toPrecision(FLOAT32_DIGITS)) : x),
        ),
      }
    case 'handle':
      throw new TypeError('A function has no recording; compare what it returns instead.')
  }
}

export function fromJson(json: JsonValue): Value {
  if (json === null) return { type: 'null' }
  if (typeof json === 'boolean') return { type: 'boolean', value: json }
  if (typeof json === 'number') return { type: 'number', value: json }
  if (typeof json === 'string') return { type: 'string', value: json }
  if (isList(json)) return listFromJson(json)
  if ('$undefined' in json) return { type: 'undefined' }
  if ('$number' in json) return { type: 'number', value: Number(json.$number) }
  if ('$bytes' in json)
    return { type: 'bytes', data: Uint8Array.from(Buffer.from(json.$bytes, 'base64')) }
  if ('$record' in json) {
    return { type: 'record', entries: json.$record.map(([key, item]) => [key, fromJson(item)]) }
  }
  return {
    type: 'tensor',
    dtype: json.$tensor,
    shape: json.shape,
    data: tensorData(json.$tensor, json.data.map(unmeasured)),
  }
}

export function tensorData(dtype: DType, data: readonly number[]): TensorData {
  if (dtype === 'float32') return Float32Array.from(data)
  if (dtype === 'int32') return Int32Array.from(data)
  return Uint8Array.from(data)
}

function numberToJson(value: number): JsonValue {
  const written = measured(value)
  return typeof written === 'number' ? written : { $number: written }
}

function listFromJson(list: readonly JsonValue[]): Value {
  const items = list.map(fromJson)
  const numbers = items.flatMap((item) => (item.type === 'number' ? [item.value] : []))
  if (items.length > 0 && numbers.length === items.length) {
    return { type: 'numbers', data: Float64Array.from(numbers) }
  }
  return { type: 'array', items }
}

function isList(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json)
}
