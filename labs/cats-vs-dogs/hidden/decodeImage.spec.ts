import type * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { bind, diagnose, random } from '#kit'
import type * as lab from '#starter/cats-vs-dogs/decodeImage.ts'
import { anyGrid, drawn, GREYS, type Grid, read, same, upright } from './grids.ts'

const { submission } = bind<typeof lab>()

const SIDE = 32

describe('decodeImage', () => {
  test('orientation', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const grid = anyGrid()
      const bytes = await drawn(grid).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
      const picture = await decoded(bytes)
      const want = upright(grid, orientation)
      const got = read(picture, want.length, want[0]?.length ?? 0)
      const asStored = read(picture, 2, 4)
      diagnose('decode-image-ignores-orientation', !same(got, want) && same(asStored, grid))
      await expect(got).toMatchValue(want)
    }
  })

  test('transparency', async () => {
    const grid = anyGrid()
    // The right half is clear, and black where nobody sees it; in between it is half clear.
    const { data, info } = await drawn(grid)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (let pixel = 0; pixel < info.width * info.height; pixel++) {
      const column = Math.floor((pixel % info.width) / 10)
      if (column === 3) data.fill(0, 4 * pixel, 4 * pixel + 4)
      if (column === 2) data.set([0, 0, 0, 128], 4 * pixel)
    }
    const clear = sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    for (const bytes of [
      await clear.clone().png().toBuffer(),
      await clear.clone().webp({ lossless: true, exact: true }).toBuffer(),
    ]) {
      const got = read(await decoded(bytes), 2, 4)
      const over = (half: string, none: string) =>
        grid.map(([first = '', second = '']) => [first, second, half, none])
      const dark = ['black', 'grey'].some((half) => same(got, over(half, 'black')))
      diagnose('decode-image-black-transparency', dark)
      await expect(got).toMatchValue(over('grey', 'white'))
    }
  })

  test('formats', async () => {
    const [colours, greys] = [anyGrid(), anyGrid(GREYS)]
    const files: [Grid, Uint8Array][] = [
      [colours, await drawn(colours).jpeg({ progressive: true }).toBuffer()],
      [colours, await drawn(colours).png({ palette: true }).toBuffer()],
      [colours, await drawn(colours).toColourspace('rgb16').png().toBuffer()],
      [colours, await drawn(colours).webp().toBuffer()],
      [colours, await drawn(colours).gif().toBuffer()],
      [colours, await drawn(colours).toColourspace('cmyk').jpeg().toBuffer()],
      [greys, await drawn(greys).toColourspace('b-w').jpeg().toBuffer()],
      [greys, await drawn(greys).toColourspace('grey16').png().toBuffer()],
    ]
    for (const [grid, bytes] of files) {
      const picture = await decoded(bytes)
      const got = read(picture, 2, 4)
      const reversed = picture.reverse<tf.Tensor3D>(2)
      diagnose('decode-image-bgr', !same(got, grid) && same(read(reversed, 2, 4), grid))
      const scaled = picture.div<tf.Tensor3D>(255)
      diagnose('decode-image-not-scaled', !same(got, grid) && same(read(scaled, 2, 4), grid))
      await expect(got).toMatchValue(grid)
    }
  })

  test('sizes', async () => {
    // From a strip of 8 x 2 pixels to a photograph, stretched and shrunk.
    for (const cell of [
      [2, 1],
      [3, 40],
      [90, 20],
      [300, 400],
    ] as const) {
      const grid = anyGrid()
      const picture = await decoded(
        await drawn(grid, [...cell])
          .png()
          .toBuffer(),
      )
      const got = read(picture, 2, 4)
      const middle = grid.map((row) => row.slice(1, 3))
      diagnose('decode-image-crops', !same(got, grid) && same(read(picture, 2, 2), middle))
      await expect(got).toMatchValue(grid)
    }
    // Stripes that are finer than a pixel of the result add up to grey, wherever it is looked at.
    for (const lies of [true, false]) {
      const half = random.integer(3, 5)
      const width = 2 * SIDE * half
      const start = Math.ceil(half / 2)
      const stripes = Uint8Array.from({ length: width * width }, (_, i) => {
        const place = (lies ? Math.floor(i / width) : i % width) % (2 * half)
        // The middle of every pixel of the result is bright.
        return place >= start && place < start + half ? 255 : 0
      })
      const raw = { width, height: width, channels: 1 } as const
      const fine = await decoded(await sharp(stripes, { raw }).png().toBuffer())
      await expect(read(fine, 1, 1)).toMatchValue([['grey']])
    }
    const dot = { width: 1, height: 1, channels: 3 } as const
    const one = await sharp({ create: { ...dot, background: '#1e28c8' } })
      .png()
      .toBuffer()
    await expect(read(await decoded(one), 1, 1)).toMatchValue([['blue']])
  })

  test('damaged-files', async () => {
    const grids = Array.from({ length: 4 }, () => anyGrid())
    const good = await Promise.all(
      grids.map(async (grid, i) => ({
        name: `good-${i}.jpg`,
        bytes: Uint8Array.from(await drawn(grid, [40, 40]).jpeg().toBuffer()),
        label: random.integer(0, 1),
      })),
    )
    const [first, second, third, fourth] = good
    if (!first || !second || !third || !fourth) throw new RangeError('four files')
    const bad = (name: string, bytes: Uint8Array, like: { label: number }) =>
      // The label that stays behind when a file is left out is the wrong one for the next.
      ({ name, bytes, label: 1 - like.label })
    const half = first.bytes.subarray(0, Math.floor(first.bytes.length / 2))
    const files = [
      first,
      bad('cut-off.jpg', half, second),
      bad('empty.png', new Uint8Array(0), second),
      second,
      bad('page.png', new TextEncoder().encode('<!doctype html><title>404</title>'), third),
      third,
      bad('noise.jpg', Uint8Array.from(random.integers(500, 0, 255)), fourth),
      fourth,
    ]
    const answer = await asked(files, good)
    const labels = good.map(({ label }) => label)
    const count = answer.images.shape[0]
    const shape = [good.length, SIDE, SIDE, 3]
    await expect(answer.images.shape).toMatchValue(shape)
    // A million pictures of one pixel would take an hour to look at.
    if (!same(answer.images.shape, shape)) return
    const pictures = answer.images.unstack<tf.Tensor3D>()
    const order = pictures.map((picture) => {
      const got = read(picture, 2, 4)
      return grids.findIndex((grid) => same(got, grid))
    })
    const inOrder = count === good.length && same(order, [...grids.keys()])
    const apart =
      same(
        answer.labels,
        files.map(({ label }) => label),
      ) ||
      same(
        answer.labels,
        files.slice(0, good.length).map(({ label }) => label),
      )
    diagnose('load-images-labels-apart', inOrder && apart)
    diagnose('load-images-silent', inOrder && same(answer.skipped, []))
    await expect(order).toMatchValue([...grids.keys()])
    await expect(answer.labels).toMatchValue(labels)
    const names = ['cut-off.jpg', 'empty.png', 'page.png', 'noise.jpg']
    await expect(answer.skipped).toMatchValue(names)
    const broken = files.filter(({ name }) => names.includes(name))
    const { images, ...rest } = await submission.loadImages(broken, SIDE)
    await expect(images.shape).toMatchValue([0, SIDE, SIDE, 3])
    await expect(rest).toMatchValue({ labels: [], skipped: names })
    const each = broken.map(({ bytes }) => submission.decodeImage(bytes, SIDE))
    const ends = (await Promise.allSettled(each)).map(({ status }) => status)
    await expect(ends).toMatchValue(names.map(() => 'rejected'))
  })
})

/** The picture, once it has the shape that it should have. */
async function decoded(bytes: Uint8Array): Promise<tf.Tensor3D> {
  const picture = await submission.decodeImage(Uint8Array.from(bytes), SIDE)
  await expect(picture.shape).toMatchValue([SIDE, SIDE, 3])
  return picture
}

/** The answer for all files; where there is none, whether the damaged ones are to blame. */
async function asked(files: readonly lab.ImageFile[], good: readonly lab.ImageFile[]) {
  const [all] = await Promise.allSettled([submission.loadImages(files, SIDE)])
  if (all.status === 'fulfilled') return all.value
  const [sound] = await Promise.allSettled([submission.loadImages(good, SIDE)])
  const loaded = sound.status === 'fulfilled' && sound.value.labels.length === good.length
  diagnose('load-images-stops', loaded)
  throw all.reason
}
