import { number } from './attributes.ts'
import type { Operations } from './operations.ts'
import type { Attributes, TensorInfo } from './tensorflow.ts'

const kernels: ReadonlyMap<string, string> = new Map([
  ['relu', 'Relu'],
  ['relu6', 'Relu6'],
  ['sigmoid', 'Sigmoid'],
  ['elu', 'Elu'],
])

/** Applies a fused operation's activation as a kernel of its own. */
export function activate(
  operations: Operations,
  x: TensorInfo,
  how: {
    readonly activation: string
    readonly alpha: TensorInfo | undefined
    readonly attributes: Attributes
  },
): TensorInfo {
  const { activation, alpha, attributes } = how
  if (activation === 'linear') return x
  if (activation === 'leakyrelu') {
    return operations.call('LeakyRelu', { x }, { alpha: number(attributes, 'leakyreluAlpha') })
  }
  if (activation === 'prelu') return operations.call('Prelu', { x, alpha })
  const kernel = kernels.get(activation)
  if (kernel === undefined) throw new Error(`wasm has no fused activation "${activation}"`)
  return operations.call(kernel, { x })
}
