import sharp from 'sharp'
import type { Pixels } from '../decode.ts'
import type { Species } from './body.ts'
import { Chance } from './chance.ts'
import { petSvg } from './scene.ts'

/** Strongest noise of the camera, in steps of 255. */
const NOISE = 9

/** Draws a cat or a dog of `size` x `size` pixels; the same seed gives the same pixels. */
export async function drawPet(species: Species, seed: string, size: number): Promise<Pixels> {
  const chance = new Chance(seed)
  const svg = petSvg(species, chance, size)
  const data = await sharp(Buffer.from(svg)).removeAlpha().raw({ depth: 'uchar' }).toBuffer()
  addNoise(data, chance)
  return { height: size, width: size, data }
}

/** The same pattern in all channels would be grey: each has its own. */
function addNoise(data: Uint8Array, chance: Chance): void {
  const strength = chance.between(0, NOISE)
  // a generator of its own: SHA-256 for every byte would take longer than the drawing
  let state = Math.floor(chance.uniform() * 2 ** 32) | 1
  for (let i = 0; i < data.length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const noise = ((state >>> 0) / 2 ** 31 - 1) * strength
    data[i] = Math.min(255, Math.max(0, Math.round((data[i] ?? 0) + noise)))
  }
}
