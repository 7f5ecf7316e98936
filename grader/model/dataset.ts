/** A data set of a lab: plain data, so that it can go to the judge's worker. */
export interface Dataset extends PackedImages {
  /**
   * Examples that judge in place of its own, made from a secret of the instructor's so that nobody else has them;
   * absent where the data cannot be made anew.
   */
  readonly secret?: PackedImages
}

/** Labelled images in one file, ready to be read. */
export interface PackedImages {
  /** As lab.yaml names it: `digits`. */
  readonly name: string
  /** SHA-256 of its sizes, images and labels; names the data whatever file they came from. */
  readonly sha256: string
  /** Absolute path: all images as bytes, [count, height, width, channels], then a label for each. */
  readonly file: string
  readonly count: number
  readonly height: number
  readonly width: number
  readonly channels: number
  /** Labels are whole numbers from 0 to `classes` - 1. */
  readonly classes: number
}
