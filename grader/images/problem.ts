/**
 * Why a file gives no picture: `unreadable` the system does not hand it over, `empty` no bytes,
 * `format` none of the formats that are read, `too-large` over a limit, `damaged` cut off or corrupt.
 */
export type ImageProblem = 'unreadable' | 'empty' | 'format' | 'too-large' | 'damaged'

/** An image that cannot be decoded, through no fault of the program: `message` says why in one line. */
export class ImageError extends Error {
  readonly problem: ImageProblem
  constructor(problem: ImageProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ImageError'
    this.problem = problem
  }
}

/** A file that was left out, as a person is told of it. */
export interface Skipped {
  readonly file: string
  readonly problem: ImageProblem
  readonly why: string
}
