import type * as tf from '@tensorflow/tfjs'
import sharp, { type Sharp } from 'sharp'
import { random } from '#kit'

/** Far apart, so that no way of compressing or printing one makes another of it. */
const COLOURS = {
  red: [220, 30, 30],
  green: [30, 180, 40],
  blue: [30, 40, 200],
  yellow: [240, 220, 30],
  white: [255, 255, 255],
  black: [0, 0, 0],
  grey: [128, 128, 128],
} as const satisfies Record<string, readonly [number, number, number]>

export type Colour = keyof typeof COLOURS
/** Rows of coloured cells. */
export type Grid = readonly (readonly Colour[])[]

/** Of a range of 1: wider than what JPEG and a change of inks do, narrower than half the way to the next. */
const NEAR = 0.4

export const BRIGHT: readonly Colour[] = ['red', 'green', 'blue', 'yellow', 'white']
export const GREYS: readonly Colour[] = ['white', 'black', 'grey']

/** Two rows of four cells, of which no two beside each other are alike: every turn of it looks different. */
export function anyGrid(colours: readonly Colour[] = BRIGHT): Grid {
  const [a, b, ...others] = shuffled(colours)
  const [c = a, d = b] = others
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new RangeError('a grid needs three colours')
  }
  return [
    [a, b, c, d],
    [b, c, a, a],
  ]
}

/** A picture of a grid, each cell `cell` pixels wide and high. */
export function drawn(grid: Grid, [width, height] = [10, 10]): Sharp {
  const pixels = grid.flatMap((row) =>
    Array.from({ length: height }, () =>
      row.flatMap((colour) => Array.from({ length: width }, () => COLOURS[colour])),
    ),
  )
  const size = { width: (grid[0]?.length ?? 0) * width, height: grid.length * height }
  return sharp(Uint8Array.from(pixels.flat(2)), { raw: { ...size, channels: 3 } })
}

/** The colours of a picture [side, side, 3] of values from 0 to 1, read in the middle of each cell. */
export function read(picture: tf.Tensor3D, rows: number, columns: number): string[][] {
  const [height, width] = picture.shape
  const [cellHeight, cellWidth] = [height / rows, width / columns]
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const middle = picture.slice(
        [Math.floor((row + 0.25) * cellHeight), Math.floor((column + 0.25) * cellWidth)],
        [Math.max(1, Math.floor(cellHeight / 2)), Math.max(1, Math.floor(cellWidth / 2))],
      )
      return nameOf(Array.from(middle.mean([0, 1]).dataSync()))
    }),
  )
}

function nameOf(colour: readonly number[]): string {
  const distances = Object.entries(COLOURS).map(([name, components]) => {
    const off = components.map((value, i) => value / 255 - (colour[i] ?? 0))
    return { name, distance: Math.hypot(...off) }
  })
  const [nearest] = distances.toSorted((one, other) => one.distance - other.distance)
  return nearest !== undefined && nearest.distance < NEAR ? nearest.name : 'none of the colours'
}

/** What a viewer shows of a stored picture, by the EXIF orientation from 1 to 8. */
export function upright(grid: Grid, orientation: number): Grid {
  const transposed = () =>
    (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? 'black'))
  const mirrored = (of: Grid) => of.map((row) => row.toReversed())
  switch (orientation) {
    case 2:
      return mirrored(grid)
    case 3:
      return mirrored(grid).toReversed()
    case 4:
      return grid.toReversed()
    case 5:
      return transposed()
    case 6:
      return mirrored(transposed())
    case 7:
      return mirrored(transposed()).toReversed()
    case 8:
      return transposed().toReversed()
    default:
      return grid
  }
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: random.integer(0, 1e9) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}
