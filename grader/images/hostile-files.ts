import { crc32, deflateSync, gzipSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
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
  }
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'

/** What begins as a picture. */
async function broken(): Promise<Record<string, Uint8Array>> {
  const png = await grain().png().toBuffer()
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

/** Length, type, data and checksum: https://www.w3.org/TR/png-3/#5Chunk-layout. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEADER_END = 33

function pngOf(width: number, height: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([SIGNATURE, ...chunks])
}

/** The PNG with one more chunk behind its header. */
function inPng(png: Buffer, type: string, data: Uint8Array): Buffer {
  return Buffer.concat([png.subarray(0, HEADER_END), chunk(type, data), png.subarray(HEADER_END)])
}

/** 60,000 x 60,000 in the frame header (SOF0). */
function claimed(jpeg: Buffer): Buffer {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  const changed = Buffer.from(jpeg)
  changed.writeUInt16BE(60_000, frame + 5)
  changed.writeUInt16BE(60_000, frame + 7)
  return changed
}

/** 65,535 x 65,535, the canvas and the frame on it. */
function claimedGif(gif: Buffer): Buffer {
  const frame = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]))
  const changed = Buffer.from(gif)
  changed.fill(0xff, 6, 10)
  changed.fill(0xff, frame + 5, frame + 9)
  return changed
}

/** 16,383 x 16,383: less one, 14 bits each behind the signature of the lossless format. */
function claimedWebp(webp: Buffer): Buffer {
  const header = webp.indexOf('VP8L') + 9
  const changed = Buffer.from(webp)
  const side = 16_383 - 1
  const flags = changed.readUInt32LE(header) & 0xf0000000
  changed.writeUInt32LE((flags | (side << 14) | side) >>> 0, header)
  return changed
}
