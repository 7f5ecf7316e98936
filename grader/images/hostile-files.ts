import { deflateSync, gzipSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import {
  animatedWebp,
  chunk,
  claimed,
  claimedGif,
  claimedWebp,
  exif,
  frameOfGif,
  inJpeg,
  inPng,
  pngOf,
  withFrame,
  withScans,
} from './hostile-bytes.ts'
import type { ImageProblem } from './problem.ts'
import { blocks, grain } from './testing.ts'

export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly outcome: 'decoded' | ImageProblem
}

const FORMATS = ['jpeg', 'png', 'webp', 'gif'] as const
type Format = (typeof FORMATS)[number]

/** Files as no camera writes them, with what is to come of each: for tests. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const file = (outcome: HostileFile['outcome']) => (name: string, bytes: Uint8Array) => {
    return { name, bytes, outcome }
  }
  return [
    ...FORMATS.map((format) => file('empty')(`nothing.${format}`, Buffer.alloc(0))),
    ...(await Promise.all(FORMATS.map(cutOff))).flat(),
    ...Object.entries(await strange()).map(([name, bytes]) => file('decoded')(name, bytes)),
    ...Object.entries(await foreign()).map(([name, bytes]) => file('format')(name, bytes)),
    ...Object.entries(await enormous()).map(([name, bytes]) => file('too-large')(name, bytes)),
    ...Object.entries(await broken()).map(([name, bytes]) => file('damaged')(name, bytes)),
  ]
}

async function cutOff(format: Format): Promise<HostileFile[]> {
  const bytes = await grain().toFormat(format).toBuffer()
  return [12, 0.1, 0.5, 0.95].map((part) => {
    const end = part < 1 ? Math.floor(bytes.length * part) : part
    return { name: `cut-at-${part}.${format}`, bytes: bytes.subarray(0, end), outcome: 'damaged' }
  })
}

/** What is odd but a picture. */
async function strange(): Promise<Record<string, Uint8Array>> {
  const jpeg = await grain().jpeg().toBuffer()
  const png = await grain().png().toBuffer()
  const dot = (format: Format) => flat(1, 1).toFormat(format).toBuffer()
  const turned = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7, 8].map(
      async (orientation) =>
        [
          `orientation-${orientation}.jpg`,
          await blocks().withMetadata({ orientation }).jpeg().toBuffer(),
        ] as const,
    ),
  )
  const frames = await Promise.all(
    Array.from({ length: 300 }, (_, index) =>
      flat(2, 2, index % 256)
        .png()
        .toBuffer(),
    ),
  )
  const animated = () => sharp(frames, { join: { animated: true } })
  return {
    ...Object.fromEntries(turned),
    'png.jpg': png,
    'jpeg.png': jpeg,
    'webp.gif': await grain().webp().toBuffer(),
    'gif.webp': await grain().gif().toBuffer(),
    'no-ending': jpeg,
    '..%2f..%2fname.png': png,
    'dot.jpg': await dot('jpeg'),
    'dot.png': await dot('png'),
    'dot.webp': await dot('webp'),
    'dot.gif': await dot('gif'),
    'wide.png': await flat(30_000, 1).png().toBuffer(),
    'high.png': await flat(1, 30_000).png().toBuffer(),
    'wide.jpg': await flat(30_000, 1).jpeg().toBuffer(),
    'inks.jpg': await blocks().toColourspace('cmyk').jpeg().toBuffer(),
    'deep.png': await blocks().toColourspace('rgb16').png().toBuffer(),
    'interlaced.png': await grain().png({ progressive: true }).toBuffer(),
    'progressive.jpg': await grain().jpeg({ progressive: true }).toBuffer(),
    'frames.gif': await animated().gif().toBuffer(),
    'frames.webp': await animated().webp().toBuffer(),
    'something-behind.jpg': Buffer.concat([jpeg, Buffer.from('PK\u0003\u0004 more')]),
    'something-behind.png': Buffer.concat([png, Buffer.alloc(1000)]),
    'wrong-profile.png': inPng(png, 'iCCP', Buffer.concat([Buffer.from('p\0\0'), deflate('?')])),
    // unpacks to 200 MB
    'text-bomb.png': inPng(png, 'zTXt', Buffer.concat([Buffer.from('t\0\0'), zeros(2e8)])),
    'profile-bomb.png': inPng(png, 'iCCP', Buffer.concat([Buffer.from('p\0\0'), zeros(1e8)])),
    'texts.png': inPng(png, 'tEXt', Buffer.from('t\0x'), 100_000),
    'line\nbreak\u001b[31m\u202egpj.png': png,
    ...(await rare(jpeg, png)),
  }
}

/** What a decoder has a path of its own for, that few files take. */
async function rare(jpeg: Buffer, png: Buffer): Promise<Record<string, Uint8Array>> {
  const inks = await blocks().toColourspace('cmyk').jpeg().toBuffer()
  const gif = await flat(4, 4).gif().toBuffer()
  const frame = frameOfGif(gif)
  const [nowhere, beside] = [Buffer.from(gif), Buffer.from(gif)]
  nowhere.fill(0, frame + 5, frame + 9)
  beside.writeUInt16LE(60_000, frame + 1)
  const restarts = Buffer.from(
    Array.from({ length: 200_000 }, (_, index) =>
      index % 2 === 0 ? 0xff : 0xd0 + ((index >> 1) % 8),
    ),
  )
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda])) + 14
  const animation = Buffer.concat([
    png.subarray(0, 33),
    chunk('acTL', Buffer.from([0, 15, 66, 64, 0, 0, 0, 0])),
    png.subarray(33),
  ])
  const small = await flat(2, 2).webp({ lossless: true }).toBuffer()
  const colours = chunk('PLTE', Buffer.from([1, 2, 3]))
  const indexed = pngOf(2, 2, deflateSync(Buffer.from([0, 200, 200, 0, 200, 200])), [8, 3])
  return {
    // Adobe writes inks upside down
    'inks-turned.jpg': inJpeg(inks, 0xe1, exif(6)),
    'round-and-round.jpg': inJpeg(jpeg, 0xe1, exif(1)),
    'orientation-9.jpg': inJpeg(jpeg, 0xe1, exif(9)),
    'wrong-profile.jpg': inJpeg(jpeg, 0xe2, Buffer.from('ICC_PROFILE\0\u0001\u0001profile?')),
    'restarts.jpg': Buffer.concat([jpeg.subarray(0, scan), restarts, jpeg.subarray(-2)]),
    'grey-and-clear.png': pngOf(2, 2, zeros(2 * (1 + 2 * 4)), [16, 4]),
    'colour-200-of-1.png': Buffer.concat([indexed.subarray(0, 33), colours, indexed.subarray(33)]),
    'moving.png': animation,
    'frames-10000.webp': animatedWebp(small, 2, 10_000),
    'frames-10000.gif': Buffer.concat([
      gif.subarray(0, frame),
      ...Array(10_000).fill(gif.subarray(frame, -1)),
      gif.subarray(-1),
    ]),
    'comments.gif': Buffer.concat([
      gif.subarray(0, frame),
      ...Array(100_000).fill(Buffer.from([0x21, 0xfe, 1, 65, 0])),
      gif.subarray(frame),
    ]),
    'frame-of-nothing.gif': nowhere,
    'frame-beside-it.gif': beside,
  }
}

/** What is no picture, or none that is read. */
async function foreign(): Promise<Record<string, Uint8Array>> {
  const svg = (body: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${body}</svg>`
  const lol = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
  return {
    'text.jpg': Buffer.from('not a picture\n'),
    'page.png': Buffer.from('<!doctype html><title>404</title>'),
    'reference.svg': Buffer.from(svg('<image xlink:href="file:///etc/passwd" width="9"/>')),
    'reference.png': Buffer.from(svg('<image xlink:href="http://127.0.0.1:9/x.png"/>')),
    'entities.jpg': Buffer.from(`<!DOCTYPE s [${lol}]>${svg('<text>&c;</text>')}`),
    'packed.svg': gzipSync(svg('')),
    'vector.svg': Buffer.from(svg('<rect width="9" height="9"/>')),
    'document.jpg': Buffer.from('%PDF-1.7\n'),
    'archive.jpg': Buffer.from('PK\u0003\u0004'),
    'program.gif': Buffer.from('\u007fELF'),
    'tiff.jpg': await grain().tiff().toBuffer(),
    'avif.jpg': await flat(4, 4).avif().toBuffer(),
    'bitmap.bmp': Buffer.from('BM0000'),
    'matrix.csv': Buffer.from('1,2\n3,4\n'),
    'half-signature.png': Buffer.from([0x89, 0x50, 0x4e]),
    'sound.webp': Buffer.from('RIFF0000WAVEfmt '),
  }
}

/** More pixels than the limit. */
async function enormous(): Promise<Record<string, Uint8Array>> {
  return {
    // black, and no larger than 260 kB
    'bomb.png': pngOf(9000, 9000, zeros(9000 * (1 + 3 * 9000))),
    'claims.webp': claimedWebp(await flat(8, 8).webp({ lossless: true }).toBuffer()),
    'claims.png': pngOf(50_000, 50_000, deflate('')),
    'claims.jpg': claimed(await flat(8, 8).jpeg().toBuffer()),
    'claims.gif': claimedGif(await flat(8, 8).gif().toBuffer()),
    'canvas.webp': animatedWebp(await flat(2, 2).webp({ lossless: true }).toBuffer(), 16_383, 2),
    'scans.jpg': withScans(await flat(1024, 1024).jpeg({ progressive: true }).toBuffer()),
  }
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'

/** What begins as a picture. */
async function broken(): Promise<Record<string, Uint8Array>> {
  const png = await grain().png().toBuffer()
  const jpeg = await grain().jpeg().toBuffer()
  const changed = Buffer.from(png)
  const middle = png.length >> 1
  changed.fill(0x55, middle, middle + 20)
  return {
    'polyglot.gif': Buffer.from('GIF89a=1;/* script */alert(1)'),
    // begins as one format and goes on as another that would be followed to other files
    'vector.gif': Buffer.from(`GIF89a${SVG}`),
    'vector.webp': Buffer.from(`RIFF0000WEBP${SVG}`),
    'checksum.png': changed,
    'no-pixels.png': pngOf(0, 0, deflate('')),
    'too-few-pixels.png': pngOf(100, 100, deflate('few')),
    'two-headers.png': inPng(png, 'IHDR', png.subarray(16, 29)),
    'colours-missing.png': pngOf(2, 2, zeros(6), [8, 3]),
    'pieces-of-nothing.png': inPng(png, 'IDAT', Buffer.alloc(0), 10_000),
    '12-bits.jpg': withFrame(jpeg, { precision: 12 }),
    'height-behind.jpg': withFrame(jpeg, { height: 0 }),
    'lossless.jpg': withFrame(jpeg, { marker: 0xc3 }),
    'signature.jpg': Buffer.from([0xff, 0xd8, 0xff]),
    'markers.jpg': Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(5000, 0xff)]),
    'end-at-once.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    'nothing-in-it.webp': Buffer.from('RIFF\u0004\0\0\0WEBP'),
  }
}

function flat(width: number, height: number, grey = 99): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: grey, g: 50, b: 50 } } })
}

function deflate(text: string): Buffer {
  return deflateSync(Buffer.from(text))
}

function zeros(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes))
}
