import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Value } from '../../model/value.ts'
import { commandLine } from './launch.ts'
import { probeRungs } from './rungs.ts'
import { answerOf, failureOf, kindOf, LAUNCH, number, Trial, text } from './testing.ts'

const rungs = (await probeRungs()).filter(({ usable }) => usable).map(({ rung }) => rung)
const red = () => sharp({ create: { width: 4, height: 2, channels: 3, background: '#ff0000' } })
const bytes = (data: Uint8Array): Value => ({ type: 'bytes', data: new Uint8Array(data) })
const jpeg = bytes(await red().jpeg().toBuffer())

test('the command line shows the packages of a lab read-only, and to other labs none', () => {
  const line = commandLine({ ...LAUNCH, packages: '/cache/packages-1' }).join(' ')
  expect(line).toContain('--ro-bind /cache/packages-1 /packages')
  expect(line).toContain('--setenv UV_THREADPOOL_SIZE 2')
  expect(line.indexOf('/packages')).toBeLessThan(line.indexOf('--remount-ro / '))
  const without = commandLine(LAUNCH).join(' ')
  expect(without).not.toMatch(/packages|UV_THREADPOOL| MALLOC_ARENA/)
})

describe.each(rungs)('on rung %s', (rung) => {
  const pictures = () => new Trial({ rung, packages: ['sharp'] }, 'pictures', 'main.ts')

  test('a picture becomes a tensor', async () => {
    await using there = pictures()
    const answer = answerOf(await there.call('decode', jpeg, number(2)))
    if (answer.type !== 'tensor') throw new Error(answer.type)
    expect(answer.shape).toEqual([2, 2, 3])
    for (const [i, x] of answer.data.entries()) {
      expect(Math.abs(x - (i % 3 === 0 ? 254 : 0))).toBeLessThan(2)
    }
  })

  test('bytes arrive as a Uint8Array of the function’s own, and come back', async () => {
    await using there = pictures()
    const given = bytes(Uint8Array.of(1, 2, 3))
    const described = answerOf(await there.call('describe', given))
    expect(described).toEqual({
      type: 'array',
      items: [
        { type: 'boolean', value: true },
        ...[number(3), number(3)],
        { type: 'boolean', value: true },
      ],
    })
    const held = answerOf(await there.hold(given))
    expect(answerOf(await there.call('twice', held))).toEqual(number(1))
    expect(answerOf(await there.call('twice', held))).toEqual(number(9))
    const png = answerOf(await there.call('toPng', jpeg))
    if (png.type !== 'bytes') throw new Error(png.type)
    expect((await sharp(png.data).metadata()).format).toBe('png')
  })

  test('bytes count as the reply', async () => {
    await using there = new Trial({ rung, packages: ['sharp'], replyMB: 1 }, 'pictures', 'main.ts')
    expect(kindOf(await there.call('fill', number(990_000)))).toBe('ok')
    expect(kindOf(await there.call('fill', number(1_000_000)))).toBe('limit reply-size')
  })

  test('files are refused in words, and so is every other format', async () => {
    await using there = pictures()
    const refusals = [
      await there.call('open', text('/packages/sharp.cjs')),
      await there.call('overlay', jpeg, text('/packages/sharp.cjs')),
      await there.call('save', jpeg, text('/tmp/a.png')),
    ]
    for (const refusal of refusals) {
      expect(failureOf(refusal)).toMatchObject({
        cause: 'threw',
        message: expect.stringContaining('sharp has no files to read or write here'),
        location: { file: 'main.ts' },
      })
    }
    const unblocked = failureOf(await there.call('unblock'))
    expect(unblocked).toMatchObject({ message: expect.stringContaining('JPEG, PNG, WebP and GIF') })
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    const tiff = await red().tiff().toBuffer()
    for (const other of [Buffer.from(svg), tiff]) {
      expect(failureOf(await there.call('toPng', bytes(other)))).toMatchObject({
        message: 'Input buffer contains unsupported image format',
      })
    }
  })

  test('one thread decodes a picture, whatever is asked for, and none is kept', async () => {
    await using there = pictures()
    const answer = answerOf(await there.call('settings'))
    if (answer.type !== 'numbers') throw new Error(answer.type)
    const [threads, cached, pool] = answer.data
    expect([threads, cached]).toEqual([1, 0])
    expect(pool).toBeGreaterThan(0)
    expect(pool).toBeLessThanOrEqual(4)
  })

  test('what else may be imported is said', async () => {
    await using there = pictures()
    expect(failureOf(await there.callIn('lodash.ts', 'nothing'))).toMatchObject({
      cause: 'load',
      message: "only @tensorflow/tfjs, gradus/layers and sharp can be imported; found 'lodash'",
    })
  })

  test('a lab that does not ask for it has no sharp: not as an import, and not as files', async () => {
    await using there = new Trial({ rung }, 'pictures', 'main.ts')
    expect(failureOf(await there.call('describe', jpeg))).toMatchObject({
      cause: 'load',
      message: "only @tensorflow/tfjs and gradus/layers can be imported; found 'sharp'",
    })
    expect(answerOf(await there.callIn('no-import.ts', 'packages'))).toEqual(number(0))
  })
})
