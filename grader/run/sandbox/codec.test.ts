import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VALUE_CAPS } from '../../model/convert.ts'
import type { Value } from '../../model/value.ts'
import { ProtocolError } from './bytes.ts'
import { decodeValue, encodeValue } from './codec.ts'

const shape = fc.array(fc.nat(4), { maxLength: VALUE_CAPS.rank })
const sizeOf = (lengths: readonly number[]) => lengths.reduce((size, length) => size * length, 1)

const tensor: fc.Arbitrary<Value> = shape.chain((shape) => {
  const length = { minLength: sizeOf(shape), maxLength: sizeOf(shape) }
  return fc.oneof(
    fc
      .float32Array(length)
      .map((data) => ({ type: 'tensor', dtype: 'float32', shape, data }) as const),
    fc.int32Array(length).map((data) => ({ type: 'tensor', dtype: 'int32', shape, data }) as const),
    fc.uint8Array(length).map((data) => ({ type: 'tensor', dtype: 'bool', shape, data }) as const),
  )
})

const text = fc.string({ unit: 'grapheme' })

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>({ type: 'undefined' }, { type: 'null' }),
    fc.boolean().map((value) => ({ type: 'boolean', value }) as const),
    fc.double().map((value) => ({ type: 'number', value }) as const),
    text.map((value) => ({ type: 'string', value }) as const),
    fc.float64Array().map((data) => ({ type: 'numbers', data }) as const),
    fc.uint8Array().map((data) => ({ type: 'bytes', data }) as const),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => ({ type: 'array', items }) as const),
    fc
      .array(fc.tuple(fc.oneof(text, fc.constant('__proto__')), tie('value')), { maxLength: 4 })
      .map((entries) => ({ type: 'record', entries }) as const),
    tensor,
    fc
      .record({ kind: fc.constantFrom('function', 'held'), id: fc.nat(0xffffffff) })
      .map(({ kind, id }) => ({ type: 'handle', kind, id }) as const),
  ),
}))

describe('a value', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(value, (value) => {
        expect(decodeValue(joined(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  test.each([16_383, 16_384, 16_385])('with %i floats among small things comes back', (length) => {
    const data = Float32Array.from({ length }, (_, index) => index)
    const large: Value = { type: 'tensor', dtype: 'float32', shape: [length], data }
    const small: Value = { type: 'string', value: 'between' }
    const value: Value = { type: 'array', items: [small, large, small, large, large, small] }
    expect(decodeValue(joined(value))).toEqual(value)
  })

  test('comes back from wherever its bytes lie, and need not be copied where they are aligned', () => {
    const large: Value = {
      type: 'tensor',
      dtype: 'float32',
      shape: [2],
      data: Float32Array.of(1, 2),
    }
    const many: Value = { type: 'numbers', data: Float64Array.of(3, 4) }
    const odd: Value = { type: 'string', value: 'odd' }
    const value: Value = { type: 'array', items: [odd, large, odd, many, odd, odd, many] }
    const bytes = joined(value)
    for (let offset = 0; offset < 8; offset += 1) {
      const memory = new Uint8Array(bytes.length + 8)
      memory.set(bytes, offset)
      const decoded = decodeValue(memory.subarray(offset, offset + bytes.length))
      expect(decoded).toEqual(value)
      const [, tensor] = decoded.type === 'array' ? decoded.items : []
      const shared = tensor?.type === 'tensor' && tensor.data.buffer === memory.buffer
      expect(shared).toBe(offset % 4 === 0)
    }
  })

  test('of which a byte was changed, or the end cut off, is another value or a ProtocolError', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.nat(255), fc.nat(), (value, at, byte, cut) => {
        const bytes = Uint8Array.from(joined(value))
        bytes[at % bytes.length] = byte
        attempt(bytes)
        attempt(bytes.subarray(0, cut % bytes.length))
      }),
      { numRuns: 1000 },
    )
  })

  test('is nothing that other bytes can be mistaken for without notice', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), attempt), { numRuns: 2000 })
  })
})

describe('hostile bytes', () => {
  const u32 = (number: number) => [...new Uint8Array(Uint32Array.of(number).buffer)]

  test.each([
    ['a string of 4 GB', [5, ...u32(0xffffffff)]],
    ['numbers of 32 GB', [6, ...u32(0xffffffff)]],
    ['4 GB of bytes', [11, ...u32(0xffffffff)]],
    ['an array of 4 billion', [7, ...u32(0xffffffff)]],
    ['a record of 4 billion', [8, ...u32(0xffffffff), 0, 0, 0, 0, 0]],
    ['a tensor of 1e57 elements', [9, 0, 6, ...Array(6).fill(u32(0xffffffff)).flat()]],
    ['a tensor whose size overflows to 0', [9, 0, 4, ...Array(4).fill(u32(0x10000)).flat()]],
    ['a tensor of rank 7', [9, 0, 7, ...Array(7).fill(u32(1)).flat(), 0, 0, 0, 0]],
    ['a tensor of an unknown dtype', [9, 3, 0]],
    ['an unknown tag', [99]],
    ['an unknown kind of handle', [10, 3, 0, 0, 0, 0]],
    ['text that is not UTF-8', [5, ...u32(2), 0xc3, 0x28]],
    ['more after the value', [1, 1]],
    ['nothing', []],
    ['arrays in arrays without end', Array(5000).fill([7, 1, 0, 0, 0]).flat()],
  ])('%s: a ProtocolError, at once and without the memory', (_, bytes) => {
    expect(() => decodeValue(Uint8Array.from(bytes))).toThrow(ProtocolError)
  })

  test('more values than are allowed: a ProtocolError', () => {
    const bytes = new Uint8Array(5 + VALUE_CAPS.nodes)
    bytes.set([7, ...u32(VALUE_CAPS.nodes)])
    expect(() => decodeValue(bytes)).toThrow('too many values')
  })
})

function joined(value: Value): Uint8Array {
  return Buffer.concat(encodeValue(value))
}

/** Decodes, or throws a ProtocolError; what comes out is no larger than what went in. */
function attempt(bytes: Uint8Array): void {
  try {
    expect(joined(decodeValue(bytes)).length).toBe(bytes.length)
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError)
  }
}
