import { text } from './attributes.ts'
import type { Kernel } from './kernel.ts'
import type { Operations } from './operations.ts'
import type { Shape, TensorInfo } from './tensorflow.ts'

/**
 * Einsum: sums of products over the labels that the result lacks, for one tensor or two. Every tensor is
 * laid out over all labels, those of the result first; then they are multiplied and the rest is summed.
 * The cpu backend sums on the way and is wrong where a label to sum is in one of two tensors only.
 * Throws what TensorFlow.js throws for an equation that it does not take, and for sizes that do not fit.
 */
export const einsum: Kernel = {
  name: 'Einsum',
  run({ inputs, attributes, operations, shapes }) {
    const equation = text(attributes, 'equation')
    const tensors = Object.values(inputs).filter((x) => x !== undefined)
    const { allDims, summedDims, idDims } = shapes.decodeEinsumEquation(equation, tensors.length)
    refuseRepeatedResult(equation)
    const terms = tensors.map((x, index) => ({ x, labels: idDims[index] ?? [] }))
    refuseSizes(equation, allDims, terms)
    const dtype = tensors.some((x) => x.dtype === 'float32') ? 'float32' : 'int32'
    const product = terms
      .map(({ x, labels }) => {
        const number = x.dtype === dtype ? x : operations.call('Cast', { x }, { dtype })
        const permutation = shapes.getEinsumPermutation(allDims.length, labels).permutationIndices
        return spread(operations, number, labels, permutation, allDims.length)
      })
      .reduce((a, b) => operations.call('Multiply', { a, b }))
    if (summedDims.length === 0) return product
    return operations.call('Sum', { x: product }, { axis: summedDims, keepDims: false })
  },
}

interface Term {
  readonly x: TensorInfo
  /** For each axis of `x` the number of its label. */
  readonly labels: readonly number[]
}

/** `x` with an axis for each of `rank` labels in their order, of size 1 for a label that it lacks. */
function spread(
  operations: Operations,
  x: TensorInfo,
  labels: readonly number[],
  permutation: Shape,
  rank: number,
): TensorInfo {
  const shape = Array.from({ length: rank }, (_, label) => x.shape[labels.indexOf(label)] ?? 1)
  return operations.reshape(operations.transpose(x, permutation), shape)
}

function refuseRepeatedResult(equation: string): void {
  const [, result = ''] = equation.replace(/\s/g, '').split('->')
  if (new Set(result).size === result.length) return
  throw new Error(`einsum '${equation}': the result has a label twice`)
}

function refuseSizes(equation: string, names: readonly string[], terms: readonly Term[]): void {
  const sizes = new Map<number, number>()
  for (const { x, labels } of terms) {
    const shape = `[${x.shape.join(', ')}]`
    if (x.shape.length !== labels.length) {
      const wanted = `${labels.length} axes`
      throw new Error(`einsum '${equation}': a tensor of shape ${shape} should have ${wanted}`)
    }
    for (const [axis, label] of labels.entries()) {
      const size = x.shape[axis] ?? 0
      const known = sizes.get(label) ?? size
      if (known !== size) {
        const where = `axis ${axis} of shape ${shape}`
        throw new Error(`einsum '${equation}': '${names[label]}' is ${known}, but ${where} is not`)
      }
      sizes.set(label, size)
    }
  }
}
