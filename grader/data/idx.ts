import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { InputError, type Issue } from '../model/issue.ts'
import type { Images } from './pack.ts'

const IMAGES = /^(.*)-images-idx3-ubyte(\.gz)?$/
const UNSIGNED_BYTES = 0x08

export function isIdxFolder(names: readonly string[]): boolean {
  return names.some((name) => IMAGES.test(name))
}

/**
 * Every pair `X-images-idx3-ubyte[.gz]`, `X-labels-idx1-ubyte[.gz]` of a folder, one after another by name: the
 * format of MNIST (LeCun, Cortes and Burges) and of its successors. Throws InputError naming each file that is
 * damaged or missing.
 */
export function readIdxFolder(folder: string): Images {
  const names = readdirSync(folder).toSorted()
  const pairs = names.flatMap((name) => {
    const [, stem] = IMAGES.exec(name) ?? []
    return stem === undefined ? [] : [{ images: name, stem }]
  })
  if (pairs.length === 0) {
    fail(folder, 'has no file like "train-images-idx3-ubyte.gz".', 'Put the IDX files there.')
  }
  const parts = pairs.map(({ images, stem }) => {
    const labels = names.find((name) => name.startsWith(`${stem}-labels-idx1-ubyte`))
    if (labels === undefined) {
      fail(join(folder, images), 'has no labels beside it.', `Add ${stem}-labels-idx1-ubyte.gz.`)
    }
    return readPair(join(folder, images), join(folder, labels))
  })
  const [first] = parts
  if (first === undefined) throw new Error('There is at least one pair.')
  const { height, width } = first
  if (parts.some((part) => part.height !== height || part.width !== width)) {
    fail(folder, 'holds images of several sizes.', 'Give each data set a folder of its own.')
  }
  return {
    height,
    width,
    channels: 1,
    pixels: Buffer.concat(parts.map(({ pixels }) => pixels)),
    labels: Buffer.concat(parts.map(({ labels }) => labels)),
  }
}

function readPair(imageFile: string, labelFile: string) {
  const images = readIdx(imageFile, 3)
  const labels = readIdx(labelFile, 1)
  const [count = 0, height = 0, width = 0] = images.sizes
  if (labels.sizes[0] !== count) {
    const what = `has ${labels.sizes[0]} labels for the ${count} images beside it.`
    fail(labelFile, what, 'Take both files from the same place.')
  }
  return { height, width, pixels: images.data, labels: labels.data }
}

/** Two zero bytes, the type, the number of sizes, each size as 32 bits, big-endian; then the data. */
function readIdx(file: string, rank: number): { sizes: number[]; data: Buffer } {
  const bytes = contentOf(file)
  const header = 4 + 4 * rank
  const again = 'Get the file again, and compare its SHA-256 with the one published.'
  if (bytes.length < header || bytes[2] !== UNSIGNED_BYTES || bytes[3] !== rank) {
    fail(file, `is no IDX file of bytes with ${rank} ${rank === 1 ? 'size' : 'sizes'}.`, again)
  }
  const sizes = Array.from({ length: rank }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis))
  const expected = sizes.reduce((product, size) => product * size, 1)
  const data = bytes.subarray(header)
  if (data.length !== expected) {
    fail(file, `says ${sizes.join(' x ')} bytes but holds ${data.length}.`, again)
  }
  return { sizes, data }
}

function contentOf(file: string): Buffer {
  const bytes = readFileSync(file)
  if (!file.endsWith('.gz')) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail(file, `cannot be unpacked: ${why}.`, 'Get the file again.')
  }
}

function fail(file: string, what: string, next: string): never {
  const issue: Issue = { file, line: null, column: null, what, next }
  throw new InputError([issue])
}
