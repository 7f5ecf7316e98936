import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PackedImages } from '../model/dataset.ts'

/** Images and labels in memory. */
export interface Images {
  readonly height: number
  readonly width: number
  readonly channels: number
  /** [count, height, width, channels], 0 to 255. */
  readonly pixels: Uint8Array
  /** One for each image, from 0 without gaps. */
  readonly labels: Uint8Array
}

/**
 * Writes images to a file of the cache folder, named by what it holds; one that is there is kept. `mode` are its
 * permissions.
 */
export function pack(name: string, images: Images, folder: string, mode?: number): PackedImages {
  const { height, width, channels, pixels, labels } = images
  const count = labels.length
  if (pixels.length !== count * height * width * channels) {
    throw new RangeError(`${name}: ${pixels.length} bytes are no ${count} images.`)
  }
  const sizes = JSON.stringify([count, height, width, channels])
  const sha256 = createHash('sha256').update(sizes).update(pixels).update(labels).digest('hex')
  const file = join(folder, `${name}-${sha256.slice(0, 16)}.bin`)
  if (!existsSync(file)) writeWhole(file, Buffer.concat([pixels, labels]), mode)
  const classes = labels.reduce((most, label) => Math.max(most, label), 0) + 1
  return { name, sha256, file, count, height, width, channels, classes }
}

/** Readers find the whole file or none. */
export function writeWhole(file: string, content: Uint8Array | string, mode = 0o666): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}.tmp`
  writeFileSync(draft, content, { mode })
  renameSync(draft, file)
}
