import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import sharp from 'sharp'
import { augment } from '#solutions/cats-vs-dogs/augment.ts'
import { contactSheet } from '../../../grader/images/drawn/contact-sheet.ts'
import { drawPet } from '../../../grader/images/drawn/draw.ts'
import { imageTensor } from '../../../grader/images/tensor.ts'
import { type Panel, panels } from './panels.ts'

const SHEET = { count: 40, size: 96, seed: 'sheet' }
/** How far the second figure moves pictures, as its caption says. */
export const MOVES = { flip: true, shift: 0.15, rotation: 20, zoom: 0.2 }
const SIZE = 88
const COPIES = 7

/** The pictures of the handout by file name, but for those that learn.ts trains. No words to translate. */
export async function pictures(): Promise<Record<string, Buffer>> {
  const sheet = await contactSheet(SHEET.count, SHEET.size, SHEET.seed)
  return {
    'drawn-pets.webp': await sharp(sheet).webp({ quality: 80 }).toBuffer(),
    'augmented.webp': await augmented(),
  }
}

/** A cat and a dog, each followed by what augmentation makes of it. */
async function augmented(): Promise<Buffer> {
  const shown: Panel[] = []
  for (const [row, species] of (['cat', 'dog'] as const).entries()) {
    const { data } = await drawPet(species, `handout/${species}`, SIZE)
    const still = imageTensor({ data, shape: [1, SIZE, SIZE, 3] })
    const many = still.tile<tf.Tensor4D>([COPIES, 1, 1, 1])
    const labels = Array.from({ length: COPIES }, () => row)
    const { images } = augment({ images: many, labels }, { ...MOVES, seed: 3 })
    tf.concat([still, images])
      .unstack<tf.Tensor3D>()
      .forEach((picture, column) => {
        const left = column * (SIZE + 4) + (column > 0 ? 12 : 0)
        shown.push({ picture, left, top: row * (SIZE + 4), scale: 1 })
      })
  }
  return await panels(shown).webp({ quality: 85 }).toBuffer()
}

if (import.meta.main) {
  for (const [name, bytes] of Object.entries(await pictures())) {
    writeFileSync(new URL(name, import.meta.url), bytes)
  }
}
