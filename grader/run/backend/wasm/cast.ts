import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import { sizeOf } from './tensorflow.ts'

/**
 * Cast. The stock kernel makes booleans by cutting numbers to bytes, so that 0.5 and 256 are false and
 * -1 is 255; here whatever is not zero is true, as on the cpu backend.
 */
export const cast: Kernel = {
  name: 'Cast',
  run({ inputs, attributes, operations }) {
    const x = input(inputs, 'x')
    if (attributes['dtype'] !== 'bool' || x.dtype === 'bool') {
      return operations.call('Cast', { x }, attributes)
    }
    const result = operations.uninitialised(x.shape, 'bool')
    const numbers = operations.view(x)
    const truths = operations.view(result)
    for (let index = 0; index < sizeOf(x.shape); index++)
      truths[index] = numbers[index] === 0 ? 0 : 1
    return result
  },
}
