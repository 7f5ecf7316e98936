import { describe, expect, test } from 'vitest'
import { ProtocolError } from './bytes.ts'
import { Exchange } from './exchange.ts'
import { framePrefix, ownField, PREFIX_BYTES, parseHeader, readPrefix } from './frame.ts'

const CAP = 100

/** An exchange, and the ids of the frames that it has sent. */
function begin(op: 'boot' | 'hold') {
  const ids: string[] = []
  const ask = op === 'boot' ? ({ op, firstHandle: 0 } as const) : ({ op } as const)
  const exchange = new Exchange({ ...ask, epoch: 1, seed: 1 }, [], (bytes) => {
    const { headerLength } = readPrefix(bytes, CAP)
    const header = parseHeader(bytes.subarray(PREFIX_BYTES, PREFIX_BYTES + headerLength))
    ids.push(String(ownField(header, 'id')))
  })
  return { ids, receive: (bytes: Uint8Array) => exchange.receive(bytes, CAP) }
}

const reply = (id: string | undefined, body: Uint8Array = Uint8Array.of(0)) =>
  Buffer.concat([framePrefix({ id, kind: 'value' }, body.length), body])
const seal = (id: string | undefined) => framePrefix({ id }, 0)

describe('a reply', () => {
  test('counts once it is sealed, in pieces of any size', () => {
    const { ids, receive } = begin('hold')
    const sent = reply(ids[0])
    expect(receive(sent.subarray(0, 5))).toBeNull()
    expect(receive(sent.subarray(5))).toBeNull()
    expect(ids).toHaveLength(2)
    expect(ids[1]).not.toBe(ids[0])
    const last = seal(ids[1])
    expect(receive(last.subarray(0, 3))).toBeNull()
    expect(receive(last.subarray(3))).toMatchObject({ header: { kind: 'value' } })
  })

  test('of a program that has loaded no submission yet needs no seal', () => {
    const { ids, receive } = begin('boot')
    expect(receive(reply(ids[0]))).not.toBeNull()
    expect(ids).toHaveLength(1)
  })

  test.each([
    ['the same reply again', (id: string | undefined) => reply(id)],
    ['a reply larger than any', (id: string | undefined) => reply(id, new Uint8Array(CAP + 1))],
    ['the first id again', (id: string | undefined) => seal(id)],
    ['no frame', () => Buffer.from('some more text')],
  ])('is refused when it is followed by %s, at once or later', (_, more) => {
    const late = begin('hold')
    expect(late.receive(reply(late.ids[0]))).toBeNull()
    expect(() => late.receive(more(late.ids[0]))).toThrow(
      new ProtocolError('bytes after the reply'),
    )
    const atOnce = begin('hold')
    expect(() =>
      atOnce.receive(Buffer.concat([reply(atOnce.ids[0]), more(atOnce.ids[0])])),
    ).toThrow(new ProtocolError('bytes after the reply'))
  })

  test('with another id is refused', () => {
    expect(() => begin('hold').receive(reply('0'))).toThrow('the wrong id')
  })

  test('is refused when something follows its seal in the same bytes', () => {
    const { ids, receive } = begin('hold')
    receive(reply(ids[0]))
    expect(() => receive(Buffer.concat([seal(ids[1]), Buffer.from('x')]))).toThrow(ProtocolError)
  })
})
