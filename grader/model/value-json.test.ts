import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Value } from './value.ts'
import { fromJson, toJson } from './value-json.ts'

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ type: 'null' }),
  fc.constant<Value>({ type: 'undefined' }),
  fc.boolean().map((value): Value => ({ type: 'boolean', value })),
  fc.double().map((value): Value => ({ type: 'number', value: Object.is(value, -0) ? 0 : value })),
  fc.string().map((value): Value => ({ type: 'string', value })),
  fc.uint8Array().map((data): Value => ({ type: 'bytes', data })),
  fc.array(fc.float()).map(
    (data): Value => ({
      type: 'tensor',
      dtype: 'float32',
      shape: [data.length],
      data: Float32Array.from(data, (x) => (x === 0 ? 0 : x)),
    }),
  ),
)
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 })
      .map((entries): Value => ({ type: 'record', entries })),
    fc
      .array(tie('value'), { maxLength: 4 })
      .filter((items) => items.length === 0 || items.some(({ type }) => type !== 'number'))
      .map((items): Value => ({ type: 'array', items })),
  ),
}))

test('a recorded value comes back as it was, NaN, infinities and odd keys included', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(fromJson(JSON.parse(JSON.stringify(toJson(value))))).toEqual(value)
    }),
  )
})

test('a function has no recording', () => {
  expect(() => toJson({ type: 'handle', kind: 'function', id: 1 })).toThrow('no recording')
})
