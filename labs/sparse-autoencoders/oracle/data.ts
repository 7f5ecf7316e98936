import fc from 'fast-check'

/** Eighths between -2 and 2: short counter-examples. */
export const eighth = fc.integer({ min: -16, max: 16 }).map((n) => n / 8)

/** Pixels: eighths between 0 and 1. */
export const pixel = fc.integer({ min: 0, max: 8 }).map((n) => n / 8)

/** A matrix of so many rows and columns. */
export function matrix(
  entry: fc.Arbitrary<number>,
  rows: number,
  columns: number,
): fc.Arbitrary<number[][]> {
  return fc.array(row(entry, columns), { minLength: rows, maxLength: rows })
}

export function row(entry: fc.Arbitrary<number>, length: number): fc.Arbitrary<number[]> {
  return fc.array(entry, { minLength: length, maxLength: length })
}

/** An autoencoder and images for it, as plain data. */
export interface Autoencoder {
  readonly images: number[][]
  readonly We: number[][]
  readonly be: number[]
  readonly Wd: number[][]
  readonly bd: number[]
  readonly beta: number
}

const size = fc.integer({ min: 1, max: 5 })

export const autoencoder: fc.Arbitrary<Autoencoder> = fc
  .record({ m: size, n: size, c: size })
  .chain(({ m, n, c }) =>
    fc.record({
      images: matrix(pixel, m, n),
      We: matrix(eighth, n, c),
      be: row(eighth, c),
      Wd: matrix(eighth, c, n),
      bd: row(eighth, n),
      beta: pixel,
    }),
  )

/**
 * What an autoencoder makes of its images, pixel by pixel in double precision: the definitions of labs
 * and books, written out as sums.
 */
export function evaluate({ images, We, be, Wd, bd, beta }: Autoencoder): {
  output: number[][]
  loss: number
} {
  const code = images.map((x) => be.map((b, u) => Math.max(0, b + dot(x, column(We, u)))))
  const output = code.map((a) => bd.map((b, j) => 1 / (1 + Math.exp(-b - dot(a, column(Wd, j))))))
  const errors = images.flatMap((x, i) => x.map((value, j) => value - (output[i]?.[j] ?? 0)))
  return { output, loss: dot(errors, errors) / errors.length + beta * mean(code.flat()) }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

function column(rows: readonly number[][], j: number): number[] {
  return rows.map((entries) => entries[j] ?? 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
