import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Images } from './pack.ts'
import { refuse } from './refuse.ts'

const SIDE = 32
const PLANE = SIDE * SIDE
const CHANNELS = 3
const RECORD = 1 + CHANNELS * PLANE
const BATCH = /^(data_batch_\d+|test_batch)\.bin$/
const CLASSES = 10

export function isCifarFolder(names: readonly string[]): boolean {
  return names.some((name) => BATCH.test(name))
}

/**
 * All `data_batch_N.bin` and `test_batch.bin` of a folder, by name, as 32 x 32 pictures in ten classes: the binary
 * format of CIFAR-10 (https://www.cs.toronto.edu/~kriz/cifar.html), for each picture a label and 1,024 bytes of
 * red, of green and of blue. Throws InputError naming a file that is damaged.
 */
export function readCifarFolder(folder: string): Images {
  const files = readdirSync(folder)
    .filter((name) => BATCH.test(name))
    .toSorted()
    .map((name) => join(folder, name))
  const records = files.map((file) => ({ file, bytes: checked(file) }))
  const count = records.reduce((sum, { bytes }) => sum + bytes.length / RECORD, 0)
  const pixels = new Uint8Array(count * CHANNELS * PLANE)
  const labels = new Uint8Array(count)
  let picture = 0
  for (const { file, bytes } of records) {
    for (let start = 0; start < bytes.length; start += RECORD) {
      labels[picture] = labelAt(file, bytes, start)
      interleave(bytes.subarray(start + 1, start + RECORD), pixels, picture * CHANNELS * PLANE)
      picture += 1
    }
  }
  return { height: SIDE, width: SIDE, channels: CHANNELS, pixels, labels }
}

function checked(file: string): Buffer {
  const bytes = readFileSync(file)
  if (bytes.length > 0 && bytes.length % RECORD === 0) return bytes
  const what = `holds ${bytes.length} bytes, which is no whole number of pictures of ${RECORD}.`
  return refuse(file, what, 'Get the file again.')
}

function labelAt(file: string, bytes: Buffer, start: number): number {
  const label = bytes[start] ?? CLASSES
  if (label < CLASSES) return label
  const what = `has the label ${label} at byte ${start}; there are ten, from 0.`
  return refuse(file, what, 'Get the file again.')
}

/** From one plane for each channel to the channels of a pixel beside each other. */
function interleave(planes: Uint8Array, pixels: Uint8Array, offset: number): void {
  for (let pixel = 0; pixel < PLANE; pixel++) {
    for (let channel = 0; channel < CHANNELS; channel++) {
      pixels[offset + pixel * CHANNELS + channel] = planes[channel * PLANE + pixel] ?? 0
    }
  }
}
