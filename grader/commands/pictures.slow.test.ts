import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawPets } from '../images/drawn/pets.ts'
import { hostileFiles } from '../images/hostile-files.ts'
import type { Value } from '../model/value.ts'
import { probeRungs } from '../run/sandbox/index.ts'
import { answerOf, number, Trial, text } from '../run/sandbox/testing.ts'

const rungs = (await probeRungs()).filter(({ usable }) => usable).map(({ rung }) => rung)
const [first = 'A'] = rungs

const pictures = (rung: 'A' | 'B') =>
  new Trial(
    { rung, packages: ['sharp'], callSeconds: 60, totalSeconds: 300 },
    'pictures',
    'main.ts',
  )

interface Named {
  readonly name: string
  readonly bytes: Uint8Array
}

function list(files: readonly Named[]): Value {
  const items = files.map(({ name, bytes }): Value => {
    const data: Value = { type: 'bytes', data: new Uint8Array(bytes) }
    return {
      type: 'record',
      entries: [
        ['name', text(name)],
        ['bytes', data],
      ],
    }
  })
  return { type: 'array', items }
}

/** Larger than what Gradus reads, but not than what sharp does. */
const LARGE = ['bomb.png', 'claims.webp', 'scans.jpg']

/** Decoders warn of it, which ends a picture unless one asks for less care. */
const WARNED = ['restarts.jpg']

describe.skipIf(rungs.length === 0).each(rungs)('on rung %s', (rung) => {
  test('of 100 hostile and broken files none ends a submission that decodes them plainly', async () => {
    const files = await hostileFiles()
    expect(files.length).toBeGreaterThanOrEqual(100)
    await using there = pictures(rung)
    expect(answerOf(await there.call('asked'))).toEqual(number(1))
    const answer = answerOf(await there.call('means', list(files), number(8)))
    if (answer.type !== 'record') throw new Error(answer.type)
    const decoded = answer.entries.map(([name, { type }]) => [name, type === 'number'])
    const expected = files.map(({ name, outcome }) => {
      return [name, (outcome === 'decoded' && !WARNED.includes(name)) || LARGE.includes(name)]
    })
    expect(decoded).toEqual(expected)
    // and still the same process
    expect(answerOf(await there.call('asked'))).toEqual(number(2))
  }, 120_000)
})

test.skipIf(rungs.length === 0)(
  '2,000 pictures become tensors that stay, within the memory that labs have by default',
  async () => {
    const [side, size, calls, perCall] = [128, 64, 10, 200]
    await using there = pictures(first)
    const peaks: number[][] = []
    for (let call = 0; call < calls; call += 1) {
      const drawn = await drawPets({ seed: `memory/${call}`, count: perCall, size: side })
      const answer = answerOf(
        await there.call('keep', list(await encoded(drawn.pixels, side)), number(size)),
      )
      if (answer.type !== 'numbers') throw new Error(answer.type)
      peaks.push([...answer.data])
    }
    const [tensors = 0, resident = 0, counted = 0] = peaks.at(-1) ?? []
    expect(tensors).toBe(calls)
    // 98 MB of it are the tensors themselves
    expect(resident).toBeLessThan(600)
    expect(counted).toBeLessThan(1400)
  },
  300_000,
)

/** Every second one as JPEG, the others as PNG. */
function encoded(pixels: Uint8Array, side: number): Promise<Named[]> {
  const length = side * side * 3
  return Promise.all(
    Array.from({ length: pixels.length / length }, async (_, index) => {
      const raw = { width: side, height: side, channels: 3 } as const
      const picture = sharp(pixels.subarray(index * length, (index + 1) * length), { raw })
      const format = index % 2 === 0 ? 'jpeg' : 'png'
      return { name: `${index}.${format}`, bytes: await picture.toFormat(format).toBuffer() }
    }),
  )
}
