import sharp from 'sharp'
import { drawPets } from '../images/drawn/pets.ts'
import type { Images } from './pack.ts'
import { PICTURE_SIDE } from './picture-side.ts'

/** To be raised when the drawings change. */
const EDITION = 2
const COUNT = 4000
/** Enough that which of them a secret gives makes little difference to a mark. */
const UNSEEN = 2000

/** What the drawings depend on, to be part of a file's name. */
export const petsEdition = `${EDITION}-of-sharp-${sharp.versions.sharp}`

/** 2,000 drawn cats (0) and 2,000 drawn dogs (1), 64 x 64 in colour. Takes about ten seconds. */
export function readDrawnPets(onProgress?: (part: number) => void): Promise<Images> {
  return draw(`gradus/${EDITION}`, COUNT, onProgress)
}

/** 1,000 of each for feedback and final marks together, which cannot be drawn without the secret: five seconds. */
export function unseenPets(secret: string, onProgress?: (part: number) => void): Promise<Images> {
  return draw(`gradus/${EDITION}/${secret}`, UNSEEN, onProgress)
}

function draw(seed: string, count: number, onProgress?: (part: number) => void): Promise<Images> {
  const size = PICTURE_SIDE
  return drawPets({ seed, count, size, onProgress: (done) => onProgress?.(done / count) })
}
