import * as tf from '@tensorflow/tfjs'

/** Row and column of a place in a picture, in pixels from its middle. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Standard deviation of a blob in pixels: wide enough to be found between pixels. */
const WIDTH = 1.5

/** n equal pictures [n, height, width, 1]: bright blobs on black, far from the edges. */
export function blobs(
  count: number,
  [height, width]: readonly [number, number],
  places: readonly Place[],
): tf.Tensor4D {
  const picture = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) =>
      places.reduce((sum, place) => {
        const down = row - (height - 1) / 2 - place.row
        const right = column - (width - 1) / 2 - place.column
        return sum + Math.exp(-(down ** 2 + right ** 2) / (2 * WIDTH ** 2))
      }, 0),
    ),
  )
  return tf.tensor2d(picture).as4D(1, height, width, 1).tile([count, 1, 1, 1])
}

/** The middle of what is bright in each picture; `part` picks the columns to look at. */
export function middles(
  pictures: tf.Tensor4D,
  part: (column: number) => boolean = () => true,
): Place[] {
  const [, height, width] = pictures.shape
  return pictures
    .squeeze<tf.Tensor3D>([3])
    .arraySync()
    .map((rows) => {
      const sums = { all: 0, row: 0, column: 0 }
      rows.forEach((values, y) => {
        values.forEach((value, x) => {
          const [row, column] = [y - (height - 1) / 2, x - (width - 1) / 2]
          if (!part(column)) return
          sums.all += value
          sums.row += value * row
          sums.column += value * column
        })
      })
      return { row: sums.row / sums.all, column: sums.column / sums.all }
    })
}

/**
 * Whether amounts are drawn evenly from -most to most: none beyond by more than `slack`, as many on one side as on the
 * other, and half of `most` away from 0 on average. Of 200 even ones, one in 10^8 looks uneven.
 */
export function fills(amounts: readonly number[], most: number, slack: number): boolean {
  const [least, largest] = [Math.min(...amounts), Math.max(...amounts)]
  const within = least >= -most - slack && largest <= most + slack
  const far = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0) / amounts.length / most
  return within && isAbout(far, 0.5, 0.125) && areBothSided(amounts)
}

/** Whether about as many amounts are above 0 as below; what is near 0 does not count. */
export function areBothSided(amounts: readonly number[]): boolean {
  const clear = amounts.filter((amount) => Math.abs(amount) > 0.005)
  return isAbout(clear.filter((amount) => amount > 0).length / clear.length, 0.5, 0.22)
}

function isAbout(value: number, middle: number, slack: number): boolean {
  return Math.abs(value - middle) < slack
}

/** Whether all amounts are one and the same. */
export function areAlike(amounts: readonly number[]): boolean {
  return Math.max(...amounts) - Math.min(...amounts) < 0.02
}
