import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import { sizeOf } from './tensorflow.ts'

/**
 * Prelu: x where positive, alpha times x elsewhere. The stock kernel repeats alpha's elements in order,
 * which is right only when alpha has the shape of x's last axes; any other broadcast is composed.
 */
export const prelu: Kernel = {
  name: 'Prelu',
  run({ inputs, operations }) {
    const x = input(inputs, 'x')
    const alpha = input(inputs, 'alpha')
    const own = alpha.shape.slice(alpha.shape.findIndex((size) => size !== 1))
    const isSuffix = sizeOf(own) === 1 || own.join() === x.shape.slice(-own.length).join()
    if (isSuffix) return operations.call('Prelu', { x, alpha })
    const positive = operations.call('Relu', { x })
    const negative = operations.call('Sub', { a: x, b: positive })
    const scaled = operations.call('Multiply', { a: negative, b: alpha })
    return operations.call('Add', { a: positive, b: scaled })
  },
}
