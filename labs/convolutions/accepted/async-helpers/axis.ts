/** Where the windows of one axis start, and how many zeros lie before the first pixel. */
export class Axis {
  readonly outputs: number
  readonly before: number
  readonly #pixels: number
  readonly #stride: number

  private constructor(pixels: number, stride: number, outputs: number, before: number) {
    this.#pixels = pixels
    this.#stride = stride
    this.outputs = outputs
    this.before = before
  }

  static valid(pixels: number, span: number, stride = 1): Axis {
    return new Axis(pixels, stride, Math.floor((pixels - span) / stride) + 1, 0)
  }

  static same(pixels: number, span: number, stride = 1): Axis {
    const outputs = Math.ceil(pixels / stride)
    const zeros = Math.max((outputs - 1) * stride + span - pixels, 0)
    return new Axis(pixels, stride, outputs, Math.floor(zeros / 2))
  }

  /** Pixels that a window reads, as pairs of tap and pixel; places outside the image are left out. */
  *reads(output: number, taps: number, dilation = 1): Generator<[tap: number, pixel: number]> {
    for (let tap = 0; tap < taps; tap++) {
      const pixel = output * this.#stride + tap * dilation - this.before
      if (pixel >= 0 && pixel < this.#pixels) yield [tap, pixel]
    }
  }
}
