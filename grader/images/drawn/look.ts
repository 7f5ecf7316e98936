import type { Chance } from './chance.ts'
import { type Coat, coat, type Rgb } from './colour.ts'

/** What a head and a body of one animal share. */
export interface Look {
  readonly coat: Coat
  /** How far the face looks aside, -1..1. */
  readonly turn: number
  readonly collar: Rgb | null
}

const COLLARS: readonly [Rgb, ...Rgb[]] = [
  [200, 40, 40],
  [40, 80, 190],
  [30, 140, 80],
  [220, 170, 40],
  [150, 60, 160],
]

export function look(chance: Chance): Look {
  return {
    coat: coat(chance),
    turn: chance.between(-0.9, 0.9),
    collar: chance.happens(0.35) ? chance.pick(COLLARS) : null,
  }
}
