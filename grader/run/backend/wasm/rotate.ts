import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'

/** A fourth channel is opacity, in bytes: so the stock kernel fills it for any colour but black. */
const OPAQUE = 255

/**
 * RotateWithOffset. The stock kernel cuts the colour of the corners that open to a whole number; here
 * any other colour is laid under the rotated image where a rotated image of ones is still zero.
 */
export const rotateWithOffset: Kernel = {
  name: 'RotateWithOffset',
  run({ inputs, attributes, operations }) {
    const image = input(inputs, 'image')
    const fill = colours(attributes['fillValue'])
    if (fill.every(Number.isInteger)) return operations.call(this.name, { image }, attributes)
    const channels = image.shape.at(-1) ?? 1
    const dark = { ...attributes, fillValue: 0 }
    const rotated = operations.call(this.name, { image }, dark)
    const ones = operations.uninitialised(image.shape)
    operations.floats(ones).fill(1)
    const covered = operations.floats(operations.call(this.name, { image: ones }, dark))
    const pixels = operations.floats(rotated)
    for (const [index, isCovered] of covered.entries()) {
      if (isCovered === 0) pixels[index] = fill[index % channels] ?? OPAQUE
    }
    return rotated
  },
}

/** One colour for each of the first three channels. */
function colours(fill: unknown): number[] {
  const values: unknown[] = Array.isArray(fill) ? fill : [fill, fill, fill]
  return values.filter((value) => typeof value === 'number')
}
