import { CHANNELS } from '../decode.ts'
import { shuffled } from '../shuffle.ts'
import type { Species } from './body.ts'
import { Chance } from './chance.ts'
import { drawPet } from './draw.ts'

/** Names of the classes; a label is an index into them. */
export const PET_CLASSES: readonly [Species, Species] = ['cat', 'dog']

/** As many drawings at a time as libuv has threads. */
const AT_ONCE = 4

export interface PetOptions {
  /** Any text; keep it secret where the pictures must not be looked up. */
  readonly seed: string
  /** Even: as many cats as dogs. */
  readonly count: number
  /** Height and width in pixels. */
  readonly size: number
  readonly onProgress?: (done: number) => void
}

export interface PetImages {
  readonly height: number
  readonly width: number
  readonly channels: number
  /** [count, height, width, 3], 0..255. */
  readonly pixels: Uint8Array
  readonly labels: Uint8Array
}

/**
 * Draws cats and dogs in an order that the seed gives. The first pictures of a seed are the same however many
 * are asked for, but for their order.
 */
export async function drawPets({ seed, count, size, onProgress }: PetOptions): Promise<PetImages> {
  if (!Number.isSafeInteger(count) || count < 0 || count % 2 !== 0) {
    throw new RangeError(`count must be even and not negative, not ${count}.`)
  }
  const chance = new Chance(`order/${seed}`)
  const numbers = Array.from({ length: count }, (_, index) => index)
  const order = shuffled(numbers, () => chance.uniform())
  const bytes = size * size * CHANNELS
  const pixels = new Uint8Array(count * bytes)
  let next = 0
  let done = 0
  const draw = async () => {
    for (let place = next++; place < count; place = next++) {
      const number = order[place] ?? 0
      const { data } = await drawPet(PET_CLASSES[number % 2] ?? 'cat', `${seed}/${number}`, size)
      pixels.set(data, place * bytes)
      done += 1
      onProgress?.(done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, draw))
  const labels = Uint8Array.from(order, (number) => number % 2)
  return { height: size, width: size, channels: CHANNELS, pixels, labels }
}
