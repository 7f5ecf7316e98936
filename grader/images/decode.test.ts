import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Colour, decodeImage } from './decode.ts'
import { exif, inJpeg } from './hostile-bytes.ts'
import { BLOCK, blocks, COLOURS, difference, grain } from './testing.ts'

const SIZE = { height: 2 * BLOCK, width: 3 * BLOCK }
const FORMATS = ['jpeg', 'png', 'webp', 'gif'] as const
/** Of lossy formats at their best quality. */
const NEAR = 4

const SETTINGS = {
  jpeg: { quality: 100, chromaSubsampling: '4:4:4' },
  png: {},
  webp: { lossless: true },
  gif: {},
} as const

describe('formats', () => {
  test.each(FORMATS)('%s gives its colours where they are', async (format) => {
    const bytes = await blocks().toFormat(format, SETTINGS[format]).toBuffer()
    const decoded = await decodeImage(bytes, SIZE)
    expect(decoded).toMatchObject(SIZE)
    expect(difference(decoded, COLOURS)).toBeLessThan(NEAR)
  })

  test.each(['jpeg', 'png', 'webp'] as const)(
    'grey %s has three equal channels',
    async (format) => {
      const bytes = await blocks([[[120, 120, 120]]])
        .toColourspace('b-w')
        .toFormat(format)
        .toBuffer()
      const decoded = await decodeImage(bytes, { height: 1, width: 1 })
      expect(decoded.data).toHaveLength(3)
      expect(difference(decoded, [[[120, 120, 120]]])).toBeLessThan(2)
    },
  )

  test('CMYK becomes red, green and blue', async () => {
    const printable: readonly (readonly Colour[])[] = [
      [
        [190, 90, 80],
        [100, 150, 90],
        [90, 100, 150],
        [150, 150, 150],
      ],
    ]
    const bytes = await blocks(printable).toColourspace('cmyk').jpeg(SETTINGS.jpeg).toBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ space: 'cmyk', channels: 4 })
    const decoded = await decodeImage(bytes, { height: BLOCK, width: 4 * BLOCK })
    // there and back by way of a profile, 8 bits an ink: off by 14
    expect(difference(decoded, printable)).toBeLessThan(20)
    // the same with a mirror in EXIF, which sharp would write only beside a profile of its own
    const mirrored = await decodeImage(inJpeg(bytes, 0xe1, exif(2)), {
      height: BLOCK,
      width: 4 * BLOCK,
    })
    expect(
      difference(
        mirrored,
        printable.map((row) => row.toReversed()),
      ),
    ).toBeLessThan(20)
  })

  test('16 bits a channel become 8: black stays 0 and white 255', async () => {
    const data = new Uint16Array([0, 0, 0, 65535, 65535, 65535, 32896, 32896, 32896])
    const bytes = await sharp(data, { raw: { width: 3, height: 1, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ depth: 'ushort' })
    const decoded = await decodeImage(bytes, { height: 1, width: 3 })
    expect([...decoded.data]).toEqual([0, 0, 0, 255, 255, 255, 128, 128, 128])
  })

  test('grey with 16 bits has three channels of 8', async () => {
    const bytes = await blocks([[[90, 90, 90]]])
      .toColourspace('grey16')
      .png()
      .toBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ depth: 'ushort', channels: 1 })
    const decoded = await decodeImage(bytes, { height: 1, width: 1 })
    expect(difference(decoded, [[[90, 90, 90]]])).toBeLessThan(2)
  })

  test('a palette of 4 colours is resolved', async () => {
    const bytes = await blocks([COLOURS[0] ?? []])
      .png({ palette: true, colours: 4 })
      .toBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ isPalette: true })
    const decoded = await decodeImage(bytes, { height: 16, width: 48 })
    expect(difference(decoded, [COLOURS[0] ?? []])).toBeLessThan(NEAR)
  })

  test('of an animation the first frame counts', async () => {
    const red = await blocks([[[255, 0, 0]]])
      .png()
      .toBuffer()
    const blue = await blocks([[[0, 0, 255]]])
      .png()
      .toBuffer()
    for (const format of ['gif', 'webp'] as const) {
      const bytes = await sharp([red, blue], { join: { animated: true } })
        .toFormat(format)
        .toBuffer()
      expect(await sharp(bytes).metadata()).toMatchObject({ pages: 2 })
      const decoded = await decodeImage(bytes, { height: 1, width: 1 })
      expect(difference(decoded, [[[255, 0, 0]]])).toBeLessThan(3)
    }
  })
})

describe('alpha', () => {
  const transparent = sharp({
    create: { width: 4, height: 4, channels: 4, background: { r: 200, g: 100, b: 0, alpha: 0.5 } },
  })

  test.each(['png', 'webp'] as const)('%s is laid on white', async (format) => {
    const bytes = await transparent.clone().toFormat(format, SETTINGS[format]).toBuffer()
    const decoded = await decodeImage(bytes, { height: 1, width: 1 })
    expect(difference(decoded, [[[227, 177, 127]]])).toBeLessThan(3)
  })

  test('is laid on the background that is asked for', async () => {
    const bytes = await transparent.clone().png().toBuffer()
    const decoded = await decodeImage(bytes, { height: 1, width: 1, background: [0, 0, 255] })
    expect(difference(decoded, [[[100, 50, 128]]])).toBeLessThan(3)
  })
})

/** Of the EXIF standard (orientation, 0x0112): where the first row and the first column are seen. */
const ORIENTATIONS = [
  ['top', 'left'],
  ['top', 'right'],
  ['bottom', 'right'],
  ['bottom', 'left'],
  ['left', 'top'],
  ['right', 'top'],
  ['right', 'bottom'],
  ['left', 'bottom'],
] as const

/** The colours as they are stored when they are seen upright in this orientation. */
function stored(row: string, column: string): Colour[][] {
  const sideways = row === 'left' || row === 'right'
  const [rows, columns] = sideways ? [3, 2] : [2, 3]
  const seen = (side: string, index: number) =>
    side === 'top' || side === 'left' ? index : (side === 'bottom' ? 1 : 2) - index
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_unused, j): Colour => {
      const [y, x] = sideways ? [seen(column, j), seen(row, i)] : [seen(row, i), seen(column, j)]
      const colour = COLOURS[y]?.[x]
      if (colour === undefined) throw new RangeError(`no colour at ${y}, ${x}`)
      return colour
    }),
  )
}

describe.each(['jpeg', 'png', 'webp'] as const)('EXIF orientation in %s', (format) => {
  test.each(ORIENTATIONS.map(([row, column], index) => [index + 1, row, column] as const))(
    '%i is turned upright',
    async (orientation, row, column) => {
      const bytes = await blocks(stored(row, column))
        .withMetadata({ orientation })
        .toFormat(format, SETTINGS[format])
        .toBuffer()
      expect(await sharp(bytes).metadata()).toMatchObject({ orientation })
      const decoded = await decodeImage(bytes, SIZE)
      expect(difference(decoded, COLOURS)).toBeLessThan(NEAR)
    },
  )
})

describe('resizing', () => {
  test('is anti-aliased: fine stripes become grey', async () => {
    const stripes = Uint8Array.from({ length: 96 * 96 * 3 }, (_, index) =>
      Math.floor(index / 3) % 2 === 0 ? 255 : 0,
    )
    const bytes = await sharp(stripes, { raw: { width: 96, height: 96, channels: 3 } })
      .png()
      .toBuffer()
    const { data } = await decodeImage(bytes, { height: 7, width: 7 })
    expect(Math.max(...data.map((value) => Math.abs(value - 127)))).toBeLessThan(40)
  })

  test('a picture that has the size already keeps every pixel', async () => {
    const picture = grain(20, 10)
    const raw = await picture.clone().raw().toBuffer()
    const { data } = await decodeImage(await picture.png().toBuffer(), { height: 10, width: 20 })
    expect(Buffer.from(data).equals(raw)).toBe(true)
  })

  test('one pixel fills any size', async () => {
    const bytes = await sharp(Uint8Array.of(10, 20, 30), {
      raw: { width: 1, height: 1, channels: 3 },
    })
      .png()
      .toBuffer()
    const { data } = await decodeImage(bytes, { height: 5, width: 4 })
    expect(data).toEqual(Buffer.from(Array.from({ length: 20 }, () => [10, 20, 30]).flat()))
  })

  test('`cover` cuts off evenly, `contain` fills up with the background', async () => {
    const wide = await blocks([COLOURS[0] ?? []])
      .png()
      .toBuffer()
    const cover = await decodeImage(wide, { height: BLOCK, width: BLOCK, fit: 'cover' })
    expect([...cover.data.subarray(0, 3)]).toEqual([30, 200, 30])
    const black: Colour = [0, 0, 0]
    const options = { height: 48, width: 48, fit: 'contain', background: black } as const
    const contain = await decodeImage(wide, options)
    expect([...contain.data.subarray(0, 3)]).toEqual([0, 0, 0])
    expect([...contain.data.subarray((24 * 48 + 8) * 3, (24 * 48 + 8) * 3 + 3)]).toEqual([
      220, 30, 30,
    ])
  })

  test('the result has height x width x 3 bytes, whatever the sizes', async () => {
    const side = fc.integer({ min: 1, max: 60 })
    const fit = fc.constantFrom('fill' as const, 'cover' as const, 'contain' as const)
    await fc.assert(
      fc.asyncProperty(side, side, side, side, fit, async (w, h, width, height, how) => {
        const bytes = await grain(w, h).png().toBuffer()
        const decoded = await decodeImage(bytes, { height, width, fit: how })
        expect(decoded.data).toHaveLength(height * width * 3)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is refused', () => {
  const options = { height: 8, width: 8 }

  test.each(FORMATS)('a %s that is cut off anywhere', async (format) => {
    const bytes = await grain().toFormat(format).toBuffer()
    for (const part of [0.05, 0.3, 0.6, 0.9, 0.98]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part))
      await expect(decodeImage(cut, options)).rejects.toMatchObject({ problem: 'damaged' })
    }
  })

  test('no bytes', async () => {
    await expect(decodeImage(new Uint8Array(), options)).rejects.toMatchObject({
      problem: 'empty',
      message: 'The file is empty.',
    })
  })

  test('more pixels than the limit, before they are decoded', async () => {
    const bytes = await grain(100, 100).png().toBuffer()
    await expect(decodeImage(bytes, { ...options, maxPixels: 9_999 })).rejects.toMatchObject({
      problem: 'too-large',
    })
    await expect(decodeImage(bytes, { ...options, maxPixels: 10_000 })).resolves.toBeDefined()
  })

  test('formats that libvips would read: SVG, TIFF', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const tiff = await grain().tiff().toBuffer()
    for (const bytes of [svg, tiff]) {
      await expect(decodeImage(bytes, options)).rejects.toMatchObject({ problem: 'format' })
    }
  })

  test('any bytes behind a good signature end in a picture or in an ImageError', async () => {
    const signatures = [
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...Buffer.from('GIF89a')],
      [...Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ')],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signatures), fc.uint8Array(), async (start, rest) => {
        const decoded = decodeImage(Uint8Array.of(...start, ...rest), options)
        const outcome = await decoded.then(
          ({ data }) => data.length,
          (error: unknown) => error,
        )
        if (outcome !== 192) expect(outcome).toMatchObject({ name: 'ImageError' })
      }),
      { numRuns: 200 },
    )
  })

  test('a file with bytes changed anywhere never ends in anything else', async () => {
    const files = await Promise.all(FORMATS.map((format) => grain().toFormat(format).toBuffer()))
    const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (file, changes) => {
          const bytes = Buffer.from(file)
          for (const [place, value] of changes) bytes[place % bytes.length] = value
          const outcome = await decodeImage(bytes, options).then(
            ({ data }) => data.length,
            (error: unknown) => error,
          )
          if (outcome !== 192) expect(outcome).toMatchObject({ name: 'ImageError' })
        },
      ),
      { numRuns: 200 },
    )
  })
})
