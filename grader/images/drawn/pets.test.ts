import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contactSheet } from './contact-sheet.ts'
import { drawPet } from './draw.ts'
import { drawPets } from './pets.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a seed gives the same pixels every time, another seed others', async () => {
  const [one, again, other] = await Promise.all([
    drawPets({ seed: 'a', count: 12, size: 32 }),
    drawPets({ seed: 'a', count: 12, size: 32 }),
    drawPets({ seed: 'b', count: 12, size: 32 }),
  ])
  expect(sha256(again.pixels)).toBe(sha256(one.pixels))
  expect(again.labels).toEqual(one.labels)
  expect(sha256(other.pixels)).not.toBe(sha256(one.pixels))
})

test.skipIf(sharp.versions.rsvg !== '2.63.2' || process.arch !== 'x64')(
  'the pixels of a seed are those that were drawn when this was written (librsvg 2.63.2, x64)',
  async () => {
    const { pixels, labels } = await drawPets({ seed: 'pinned', count: 20, size: 64 })
    expect(sha256(Buffer.concat([pixels, labels]))).toBe(
      '1831b00cf8427236b91cfd3215124042af8c8e268ffae3a5400a1b6cec336095',
    )
  },
)

test('there are as many cats as dogs, mixed', async () => {
  const { labels, pixels, ...sizes } = await drawPets({ seed: 'mixed', count: 60, size: 8 })
  expect(sizes).toEqual({ height: 8, width: 8, channels: 3 })
  expect(pixels).toHaveLength(60 * 8 * 8 * 3)
  expect(labels.filter((label) => label === 0)).toHaveLength(30)
  expect(labels.join('')).not.toMatch(/^(01)*$|^0*1*$/)
  await expect(drawPets({ seed: '', count: 3, size: 8 })).rejects.toThrow('count must be even')
})

test('the pictures of a seed do not depend on how many are asked for', async () => {
  const few = await drawPets({ seed: 'few', count: 6, size: 16 })
  const many = await drawPets({ seed: 'few', count: 10, size: 16 })
  const pictures = ({ pixels }: { pixels: Uint8Array }) =>
    Array.from({ length: pixels.length / 768 }, (_, index) =>
      sha256(pixels.subarray(index * 768, (index + 1) * 768)),
    )
  expect(new Set(pictures(many)).size).toBe(10)
  expect(pictures(many)).toEqual(expect.arrayContaining(pictures(few)))
})

test('brightness and colour do not tell the classes apart', async () => {
  const count = 400
  const { pixels, labels } = await drawPets({ seed: 'colours', count, size: 8 })
  const sums = [
    [0, 0, 0],
    [0, 0, 0],
  ]
  pixels.forEach((value, index) => {
    const sum = sums[labels[Math.floor(index / 192)] ?? 0]
    if (sum !== undefined) sum[index % 3] = (sum[index % 3] ?? 0) + value
  })
  const [cats = [], dogs = []] = sums.map((sum) => sum.map((value) => value / (count * 32)))
  // means of 200 pictures whose own means have a standard deviation of about 40
  for (const [channel, mean] of cats.entries()) {
    expect(Math.abs(mean - (dogs[channel] ?? 0))).toBeLessThan(12)
  }
})

test('how much of a picture has one colour does not tell the classes apart', async () => {
  const [count, side] = [800, 32]
  const { pixels, labels } = await drawPets({ seed: 'shares', count, size: side })
  const shares = Array.from({ length: count }, () => Array<number>(48).fill(0))
  for (let pixel = 0; pixel < count * side * side; pixel++) {
    const tint = tintOf([...pixels.subarray(3 * pixel, 3 * pixel + 3)])
    const share = shares[Math.floor(pixel / side ** 2)]
    for (const each of tint) if (share !== undefined) share[each] = (share[each] ?? 0) + 1
  }
  for (const tint of Array(48).keys()) {
    const ordered = shares
      .map((share, picture) => ({ share: share[tint] ?? 0, dog: labels[picture] === 1 }))
      .toSorted((a, b) => a.share - b.share)
    // the best border for these very pictures
    let right = count / 2
    let most = right
    for (const [place, { share, dog }] of ordered.entries()) {
      right += dog ? -1 : 1
      if (share !== ordered[place + 1]?.share) most = Math.max(most, right, count - right)
    }
    expect(most / count).toBeLessThan(0.75)
  }
})

/** Parts of 45 degrees of the circle of hues that a bright pixel is in; pale ones apart from full ones. */
function tintOf([red = 0, green = 0, blue = 0]: readonly number[]): number[] {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const saturation = (most - least) / Math.max(1, most)
  if (most < 128 || saturation < 0.15) return []
  const sector =
    most === red
      ? (green - blue) / (most - least)
      : most === green
        ? (blue - red) / (most - least) + 2
        : (red - green) / (most - least) + 4
  const begun = Math.floor(4 * sector + 24)
  return [0, 1, 2].map((before) => ((begun - before) % 24) + (saturation < 0.5 ? 0 : 24))
}

test('every size shows the same scene', async () => {
  const { data: large } = await drawPet('cat', 'scene', 96)
  const { data: small } = await drawPet('cat', 'scene', 24)
  const mean = (data: Uint8Array) => data.reduce((sum, value) => sum + value, 0) / data.length
  expect(Math.abs(mean(large) - mean(small))).toBeLessThan(4)
})

test('a contact sheet is a picture of 8 columns', async () => {
  const sheet = await contactSheet(10, 20, 'sheet')
  expect(await sharp(sheet).metadata()).toMatchObject({ format: 'png', width: 196, height: 52 })
})
