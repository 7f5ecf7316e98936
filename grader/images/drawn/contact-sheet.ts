import sharp from 'sharp'
import { drawPet } from './draw.ts'

const COLUMNS = 8

/** A PNG of drawings, cats and dogs in turn, `COLUMNS` in a row. */
export async function contactSheet(count: number, size: number, seed: string): Promise<Buffer> {
  const gap = 4
  const pictures = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const species = index % 2 === 0 ? 'cat' : 'dog'
      const { data } = await drawPet(species, `${seed}/${index}`, size)
      const input = Buffer.from(data)
      const raw = { width: size, height: size, channels: 3 } as const
      const left = gap + (index % COLUMNS) * (size + gap)
      return { input, raw, left, top: gap + Math.floor(index / COLUMNS) * (size + gap) }
    }),
  )
  const width = gap + COLUMNS * (size + gap)
  const height = gap + Math.ceil(count / COLUMNS) * (size + gap)
  return await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(pictures)
    .png()
    .toBuffer()
}
