import { describe, expect, test } from 'vitest'
import type { Value } from '../../model/value.ts'
import { readAnswer } from './answer.ts'
import { ProtocolError } from './bytes.ts'
import { encodeValue } from './codec.ts'
import { LIMITS, number, text, workspaceOf } from './testing.ts'

const workspace = workspaceOf('hostile')

function read(header: Record<string, unknown>, value: Value, loading = false) {
  return readAnswer(
    { header, body: Buffer.concat(encodeValue(value)) },
    { loading, limits: LIMITS, workspace },
  )
}

function thrown(entries: Record<string, Value>, loading = false) {
  const reply = read(
    { kind: 'threw' },
    { type: 'record', entries: Object.entries(entries) },
    loading,
  )
  return reply.ok ? reply.value : reply.failure
}

describe('a reply', () => {
  test('is a value', () => {
    expect(read({ kind: 'value' }, number(1))).toEqual({ ok: true, value: number(1) })
  })

  test('of no known kind, or an error that is no record, breaks the protocol', () => {
    expect(() => read({}, number(1))).toThrow(ProtocolError)
    expect(() => read({ kind: 'toString' }, number(1))).toThrow(ProtocolError)
    expect(() => read({ kind: 'threw' }, number(1))).toThrow(ProtocolError)
  })

  test('that threw a TODO is not started', () => {
    expect(thrown({ message: text('TODO conv2d: write it') })).toEqual({ kind: 'not-started' })
  })

  test.each([
    'Array buffer allocation failed',
    'WebAssembly.Memory.grow(): Maximum memory size',
    'Input buffer has corrupt header: vips_tracked: out of memory -- size == 732MB',
  ])('that threw %s used up the memory', (message) => {
    expect(thrown({ message: text(message) })).toMatchObject({ kind: 'limit', limit: 'memory' })
  })

  test('has a place if the submission has it', () => {
    const at = (file: Value, line: Value, column: Value) => {
      const failure = thrown({ message: text('x'), file, line, column })
      return 'location' in failure ? failure.location : failure
    }
    expect(at(text('hostile.ts'), number(1), number(2))).toEqual({
      file: 'hostile.ts',
      line: 1,
      column: 2,
    })
    for (const line of [number(0), number(1.5), number(Number.NaN), number(1e300), text('1')]) {
      expect(at(text('hostile.ts'), line, number(2))).toBeNull()
    }
    expect(at(text('../secret.ts'), number(1), number(2))).toBeNull()
    expect(at(number(3), number(1), number(2))).toBeNull()
  })

  test('says whether it failed while loading', () => {
    expect(thrown({ message: text('x') }, true)).toMatchObject({ cause: 'load' })
    expect(thrown({ message: text('x') })).toMatchObject({ cause: 'threw' })
    expect(thrown({})).toMatchObject({ cause: 'threw', message: '' })
  })

  test('has a message of one short line', () => {
    const failure = thrown({ message: text(`a\n::error::${'x'.repeat(10_000_000)}`) })
    expect(failure).toMatchObject({ message: expect.stringMatching(/^a ::error::x+…$/) })
  })
})
