import * as tf from '@tensorflow/tfjs'

/** The numbers of a tensor of rank 4 with an index for each axis. */
export class Grid {
  readonly shape: readonly [number, number, number, number]
  readonly #data: ArrayLike<number>

  constructor(data: ArrayLike<number>, shape: readonly [number, number, number, number]) {
    this.#data = data
    this.shape = shape
  }

  static async of(tensor: tf.Tensor4D): Promise<Grid> {
    return new Grid(await tensor.data(), tensor.shape)
  }

  at(a: number, b: number, c: number, d: number): number {
    const [, second, third, fourth] = this.shape
    return this.#data[((a * second + b) * third + c) * fourth + d] ?? Number.NaN
  }
}

/** A picture [1, rows, columns, depth] from a function of row, column and depth. */
export function picture(
  [rows, columns, depth]: readonly [number, number, number],
  value: (row: number, column: number, at: number) => number,
): tf.Tensor4D {
  const buffer = tf.buffer([1, rows, columns, depth])
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      for (let n = 0; n < depth; n++) buffer.set(value(i, j, n), 0, i, j, n)
    }
  }
  return buffer.toTensor().as4D(1, rows, columns, depth)
}
