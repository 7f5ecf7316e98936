import { number, text } from './attributes.ts'
import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import { sizeOf } from './tensorflow.ts'

/**
 * OneHot. The stock kernel writes its two values as whole numbers of four bytes whatever the type: read as float32,
 * the bits of 1 are 1.4e-45, and booleans have one byte each, so that it writes past their end. Here the values are
 * of the type that was asked for.
 */
export const oneHot: Kernel = {
  name: 'OneHot',
  run({ inputs, attributes, operations }) {
    const indices = input(inputs, 'indices')
    const dtype = text(attributes, 'dtype')
    if (dtype !== 'float32' && dtype !== 'bool') {
      return operations.call('OneHot', { indices }, attributes)
    }
    const depth = number(attributes, 'depth')
    const result = operations.uninitialised([...indices.shape, depth], dtype)
    const on = number(attributes, 'onValue')
    const places = operations.view(indices)
    const values = operations.view(result).fill(number(attributes, 'offValue'))
    for (let row = 0; row < sizeOf(indices.shape); row++) {
      const place = places[row] ?? -1
      // what lies outside stands nowhere, as on the cpu backend
      if (place >= 0 && place < depth) values[row * depth + place] = on
    }
    return result
  },
}
