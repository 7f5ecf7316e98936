import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { onTestFinished } from 'vitest'
import type { Colour, Pixels } from './decode.ts'

/** A folder that is gone after the test. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gradus-images-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Six colours that tell every orientation apart: 2 rows of 3. */
export const COLOURS: readonly (readonly Colour[])[] = [
  [
    [220, 30, 30],
    [30, 200, 30],
    [30, 30, 220],
  ],
  [
    [220, 220, 30],
    [30, 200, 200],
    [200, 200, 200],
  ],
]

export const BLOCK = 16

/** A picture of blocks of 16 x 16 pixels in these colours. */
export function blocks(colours: readonly (readonly Colour[])[] = COLOURS): Sharp {
  const rows = colours.length
  const columns = colours[0]?.length ?? 0
  const data = new Uint8Array(rows * columns * BLOCK * BLOCK * 3)
  for (let y = 0; y < rows * BLOCK; y++) {
    for (let x = 0; x < columns * BLOCK; x++) {
      const colour = colours[Math.floor(y / BLOCK)]?.[Math.floor(x / BLOCK)] ?? []
      data.set(colour, (y * columns * BLOCK + x) * 3)
    }
  }
  return sharp(data, { raw: { width: columns * BLOCK, height: rows * BLOCK, channels: 3 } })
}

/** Grainy, so that its file is long enough to be cut anywhere. */
export function grain(width = 120, height = 90): Sharp {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) % 251)
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Largest difference of a channel, in the middle of each block, between pixels and the colours expected. */
export function difference(
  { data, width, height }: Pixels,
  colours: readonly (readonly Colour[])[],
): number {
  const blockHeight = height / colours.length
  const differences = colours.flatMap((row, y) =>
    row.flatMap((colour, x) => {
      const top = Math.floor((y + 0.5) * blockHeight)
      const left = Math.floor(((x + 0.5) * width) / row.length)
      return colour.map((value, channel) => {
        return Math.abs(value - (data[(top * width + left) * 3 + channel] ?? Number.NaN))
      })
    }),
  )
  return Math.max(...differences)
}
