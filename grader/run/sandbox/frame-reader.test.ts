import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProtocolError } from './bytes.ts'
import { type Frame, framePrefix, ownField } from './frame.ts'
import { FrameReader } from './frame-reader.ts'

const CAP = 1000

function frameBytes(header: object, body: Uint8Array): Uint8Array {
  return Buffer.concat([framePrefix(header, body.length), body])
}

describe('a frame', () => {
  test('is put together from pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 400, maxLength: 400 }),
        (body, sizes) => {
          const bytes = frameBytes({ id: 'a' }, body)
          const reader = new FrameReader()
          const frames: Frame[] = []
          let offset = 0
          for (const size of sizes) {
            if (offset >= bytes.length) break
            const { frame, rest } = reader.push(bytes.subarray(offset, offset + size), CAP)
            if (frame !== null) frames.push(frame)
            expect(rest).toBe(0)
            offset += size
          }
          expect(frames).toEqual([{ header: { id: 'a' }, body }])
        },
      ),
    )
  })

  test.each(['', 'a', 'ä', 'abcdefg'])(
    'with the header "%s" has its body where items are aligned',
    (id) => {
      const { frame } = new FrameReader().push(frameBytes({ id }, Uint8Array.of(1)), CAP)
      expect(frame?.header).toEqual({ id })
      expect(frame?.body.byteOffset).toSatisfy((offset: number) => offset % 8 === 0)
    },
  )

  test('says how many bytes follow it', () => {
    const bytes = Buffer.concat([frameBytes({}, Uint8Array.of(1)), Buffer.from('more')])
    expect(new FrameReader().push(bytes, CAP).rest).toBe(4)
  })

  test.each([
    ['a header of 2 GB', [0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0]],
    ['a body of 4 GB', [2, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]],
    ['a body of one byte too many', [2, 0, 0, 0, 0xe9, 3, 0, 0]],
    ['a header that is not UTF-8', [2, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xfe]],
    ['a header that is not JSON', [2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7b]],
    ['a header that is no object', [2, 0, 0, 0, 0, 0, 0, 0, 0x5b, 0x5d]],
    ['a header that is missing', [0, 0, 0, 0, 0, 0, 0, 0]],
  ])('with %s is refused', (_, bytes) => {
    expect(() => new FrameReader().push(Uint8Array.from(bytes), CAP)).toThrow(ProtocolError)
  })

  test('has only the fields that are its own', () => {
    const json = '{"__proto__": {"id": "x"}}'
    const { frame } = new FrameReader().push(
      Buffer.concat([Uint8Array.of(json.length, 0, 0, 0, 0, 0, 0, 0), Buffer.from(json)]),
      CAP,
    )
    expect(ownField(frame?.header ?? {}, 'id')).toBeUndefined()
    expect(ownField({}, 'toString')).toBeUndefined()
  })
})
