import type { Chance } from './chance.ts'

/** Red, green, blue: 0..255. */
export type Rgb = readonly [number, number, number]

export function hex(colour: Rgb): string {
  return `#${colour.map((value) => Math.round(clamp(value)).toString(16).padStart(2, '0')).join('')}`
}

/** Towards black below 1, towards white above. */
export function shade([r, g, b]: Rgb, factor: number): Rgb {
  if (factor <= 1) return [r * factor, g * factor, b * factor]
  return mix([r, g, b], [255, 255, 255], factor - 1)
}

export function mix(one: Rgb, other: Rgb, part: number): Rgb {
  const blend = (a: number, b: number) => a + (b - a) * part
  return [blend(one[0], other[0]), blend(one[1], other[1]), blend(one[2], other[2])]
}

/** Each channel moved by up to `by`, all together by up to `by` again. */
export function vary(chance: Chance, colour: Rgb, by: number): Rgb {
  const together = chance.between(-by, by)
  const move = (value: number) => clamp(value + together + chance.between(-by, by) / 2)
  return [move(colour[0]), move(colour[1]), move(colour[2])]
}

export function luminance([r, g, b]: Rgb): number {
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, value))
}

export interface Coat {
  readonly base: Rgb
  /** Ears, back, stripes and patches. */
  readonly mark: Rgb
  /** Muzzle, chest and paws. */
  readonly light: Rgb
  readonly pattern: 'plain' | 'stripes' | 'patches' | 'mask'
}

/** Cats and dogs have the same coats, as often: colour must not tell them apart. */
const BASES: readonly [Rgb, ...Rgb[]] = [
  [52, 48, 48],
  [110, 108, 112],
  [160, 160, 165],
  [120, 84, 56],
  [196, 128, 62],
  [214, 170, 110],
  [236, 222, 196],
  [240, 238, 234],
  [92, 66, 50],
  [176, 150, 124],
]

export function coat(chance: Chance): Coat {
  const base = vary(chance, chance.pick(BASES), 14)
  const dark = luminance(base) < 0.3
  const mark = dark ? shade(base, 1.16) : shade(base, chance.between(0.45, 0.75))
  const light = chance.happens(0.6)
    ? mix(base, [250, 246, 238], chance.between(0.55, 0.95))
    : shade(base, dark ? 1.15 : 1.25)
  return { base, mark, light, pattern: chance.pick(['plain', 'stripes', 'patches', 'mask']) }
}

export const PINK: Rgb = [226, 150, 150]

/** Skin or fur, as often in cats as in dogs: pink must not tell them apart. */
export function insideOfEar(chance: Chance, { base, mark }: Coat): Rgb {
  return chance.happens(0.35) ? mix(PINK, base, 0.3) : shade(mark, 0.7)
}
