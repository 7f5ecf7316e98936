import { crc32 } from 'node:zlib'

/** Length, type, data and checksum: https://www.w3.org/TR/png-3/#5Chunk-layout. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEADER_END = 33

/** `kind` is bits a channel and colour type, by default 8 bits of red, green and blue each. */
export function pngOf(
  width: number,
  height: number,
  data: Uint8Array,
  kind: readonly [depth: number, colour: number] = [8, 2],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(kind, 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([SIGNATURE, ...chunks])
}

/** The PNG with more chunks behind its header. */
export function inPng(png: Buffer, type: string, data: Uint8Array, count = 1): Buffer {
  const chunks = Array<Buffer>(count).fill(chunk(type, data))
  return Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)])
}

/** 60,000 x 60,000 in the frame header (SOF0). */
export function claimed(jpeg: Buffer): Buffer {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  const changed = Buffer.from(jpeg)
  changed.writeUInt16BE(60_000, frame + 5)
  changed.writeUInt16BE(60_000, frame + 7)
  return changed
}

/** 65,535 x 65,535, the canvas and the frame on it. */
export function claimedGif(gif: Buffer): Buffer {
  const frame = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]))
  const changed = Buffer.from(gif)
  changed.fill(0xff, 6, 10)
  changed.fill(0xff, frame + 5, frame + 9)
  return changed
}

/** 16,383 x 16,383: less one, 14 bits each behind the signature of the lossless format. */
export function claimedWebp(webp: Buffer): Buffer {
  const header = webp.indexOf('VP8L') + 9
  const changed = Buffer.from(webp)
  const side = 16_383 - 1
  const flags = changed.readUInt32LE(header) & 0xf0000000
  changed.writeUInt32LE((flags | (side << 14) | side) >>> 0, header)
  return changed
}

interface Frame {
  /** Second byte of its marker, which names the kind of JPEG. */
  readonly marker?: number
  /** Bits a channel. */
  readonly precision?: number
  readonly height?: number
}

/** The JPEG with something else in its frame header (SOF0). */
export function withFrame(jpeg: Buffer, { marker, precision, height }: Frame): Buffer {
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  const changed = Buffer.from(jpeg)
  if (marker !== undefined) changed[frame + 1] = marker
  if (precision !== undefined) changed[frame + 4] = precision
  if (height !== undefined) changed.writeUInt16BE(height, frame + 5)
  return changed
}

/** The JPEG with one more segment before all others. */
export function inJpeg(jpeg: Buffer, marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 4)
  return Buffer.concat([head, data, jpeg.subarray(2)])
}

/** EXIF with an orientation, and a directory that says that the next one is itself. */
export function exif(orientation: number): Buffer {
  const entry = [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
  const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, ...entry, 8, 0, 0, 0]
  return Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff)])
}

/**
 * The progressive JPEG of 1024 x 1024 after its first scan, and behind it nothing but scans that change no
 * coefficient: each is one run over all 16,384 blocks.
 */
export function withScans(progressive: Buffer): Buffer {
  const scan = Buffer.from([0xff, 0xda])
  const first = progressive.indexOf(scan)
  const tables = Buffer.from([0xff, 0xc4, 0, 20, 0x10, 1, ...Array(15).fill(0), 0xe0])
  const end = progressive.indexOf(Buffer.from([0xff, 0xc4]), first)
  const scans: Buffer[] = []
  for (let coefficient = 1; coefficient < 64; coefficient++) {
    for (let bit = 10; bit >= 0; bit--) {
      const bits = ((bit === 10 ? 0 : bit + 1) << 4) | bit
      const header = [0xff, 0xda, 0, 8, 1, 1, 0, coefficient, coefficient, bits]
      scans.push(Buffer.from([...header, 0, 1]))
    }
  }
  return Buffer.concat([progressive.subarray(0, end), tables, ...scans, Buffer.from([0xff, 0xd9])])
}

/** A WebP on a canvas of this size, with the picture of `webp` (2 x 2) as each of its frames. */
export function animatedWebp(webp: Buffer, side: number, frames: number): Buffer {
  const part = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(data.length)
    return Buffer.concat([Buffer.from(type), length, data])
  }
  const canvas = Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  canvas.writeUIntLE(side - 1, 4, 3)
  canvas.writeUIntLE(side - 1, 7, 3)
  const place = Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 100, 0, 0, 0])
  const frame = part('ANMF', Buffer.concat([place, webp.subarray(12)]))
  const parts = [part('VP8X', canvas), part('ANIM', Buffer.alloc(6)), ...Array(frames).fill(frame)]
  return part('RIFF', Buffer.concat([Buffer.from('WEBP'), ...parts]))
}

/** Where the first frame of a GIF begins. */
export function frameOfGif(gif: Buffer): number {
  return gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]))
}
