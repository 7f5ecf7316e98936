import { activate } from './activation.ts'
import { flag, text } from './attributes.ts'
import { broadcastBatch, repeatBatch } from './broadcast.ts'
import type { Kernel } from './kernel.ts'
import { input } from './kernel.ts'
import type { Operations } from './operations.ts'
import { packable } from './packing.ts'
import type { Attributes, Inputs, TensorInfo } from './tensorflow.ts'
import { sizeOf } from './tensorflow.ts'

/** The activations that the fused kernel applies itself, each right on any output. */
const fusable: ReadonlySet<string> = new Set([
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'leakyrelu',
  'elu',
])

interface Product {
  readonly a: TensorInfo
  readonly b: TensorInfo
  readonly transposeA: boolean
  readonly transposeB: boolean
}

const plain: Attributes = { transposeA: false, transposeB: false }

/**
 * BatchMatMul: a [..., M, K] times b [..., K, N], with broadcast leading axes. Transposes are made
 * before the product, because only the untransposed path of the C++ kernel uses its packed, fast one.
 */
export const batchMatMul: Kernel = {
  name: 'BatchMatMul',
  run({ inputs, attributes, operations }) {
    return multiply(operations, readProduct(inputs, attributes))
  },
}

/**
 * _FusedMatMul: the product, plus a bias, then an activation. With a transpose or a batch the stock
 * kernel adds the bias and clamps once for every 48 terms of the sum, and takes the last bias for every
 * row after the first: there the bias and the activation are kernels of their own.
 */
export const fusedMatMul: Kernel = {
  name: '_FusedMatMul',
  run({ inputs, attributes, operations }) {
    const product = readProduct(inputs, attributes)
    const { bias, preluActivationWeights: alpha } = inputs
    const activation = text(attributes, 'activation')
    const units = outerShape(product)[1]
    if (sharesRight(product) && fusable.has(activation) && isBiasVector(operations, bias, units)) {
      return packedProduct(operations, product, (a, b) =>
        operations.call('_FusedMatMul', { a, b, bias }, { ...attributes, ...plain }),
      )
    }
    const sum = multiply(operations, product)
    const biased = bias === undefined ? sum : operations.call('Add', { a: sum, b: bias })
    return activate(operations, biased, { activation, alpha, attributes })
  },
}

function readProduct(inputs: Inputs, attributes: Attributes): Product {
  const a = input(inputs, 'a')
  const b = input(inputs, 'b')
  const transposeA = flag(attributes, 'transposeA')
  const transposeB = flag(attributes, 'transposeB')
  const terms = [a.shape.at(transposeA ? -2 : -1), b.shape.at(transposeB ? -1 : -2)]
  if (terms[0] === terms[1]) return { a, b, transposeA, transposeB }
  throw new Error(
    `matMul: [${a.shape}]${transposeA ? ' transposed' : ''} and ` +
      `[${b.shape}]${transposeB ? ' transposed' : ''} do not fit: ${terms.join(' and ')} terms`,
  )
}

function multiply(operations: Operations, product: Product): TensorInfo {
  const { a, b, transposeA, transposeB } = product
  if (sharesRight(product)) {
    const run = (left: TensorInfo, right: TensorInfo) =>
      operations.call('BatchMatMul', { a: left, b: right }, plain)
    return isCheaperExchanged(product)
      ? exchangedProduct(operations, product, run)
      : packedProduct(operations, product, run)
  }
  // The stock kernel counts as many matrices as the larger batch has: too few for [2, 1] with [1, 3].
  const batch = batchOf(product)
  return operations.call(
    'BatchMatMul',
    { a: repeatBatch(operations, a, batch), b: repeatBatch(operations, b, batch) },
    { transposeA, transposeB },
  )
}

/** One matrix on the right: the batch of the left folds into its rows and one packed product does. */
function packedProduct(operations: Operations, product: Product, run: Run): TensorInfo {
  const [rows, columns] = outerShape(product)
  const left = product.transposeA ? operations.transposeMatrix(product.a) : product.a
  const right = product.transposeB ? operations.transposeMatrix(product.b) : product.b
  const shared = left.shape.at(-1) ?? 1
  const batch = batchOf(product)
  const a = operations.reshape(left, [1, sizeOf(batch) * rows, shared])
  const b = packable(operations, operations.reshape(right, [1, shared, columns]))
  return operations.reshape(run(a, b), [...batch, rows, columns])
}

type Run = (a: TensorInfo, b: TensorInfo) => TensorInfo

/**
 * a times b transposed, as the transpose of b times a transposed. The gradient of a dense layer's input
 * is such a product, with few rows and the layer's weights on the right: this way the weights are neither
 * transposed nor packed.
 */
function exchangedProduct(operations: Operations, product: Product, run: Run): TensorInfo {
  const { a, b, transposeA } = product
  const [rows, columns] = outerShape(product)
  const batch = batchOf(product)
  const all = sizeOf(batch) * rows
  const shared = b.shape.at(-1) ?? 1
  const right = transposeA
    ? packable(operations, operations.reshape(a, [1, shared, all]))
    : operations.transposeMatrix(operations.reshape(a, [1, all, shared]))
  const result = run(operations.reshape(b, [1, columns, shared]), right)
  return operations.reshape(operations.transposeMatrix(result), [...batch, rows, columns])
}

/** Whether exchanging moves fewer elements: transposing and packing count one each. */
function isCheaperExchanged(product: Product): boolean {
  const { b, transposeA, transposeB } = product
  const [rows, columns] = outerShape(product)
  const batch = sizeOf(batchOf(product))
  if (!transposeB || (transposeA && batch > 1)) return false
  const shared = b.shape.at(-1) ?? 1
  const all = batch * rows
  return all * (columns + shared * (transposeA ? 1 : 2)) < 2 * columns * shared
}

function sharesRight({ b }: Product): boolean {
  return sizeOf(b.shape.slice(0, -2)) === 1
}

/** Rows and columns of the result. */
function outerShape({ a, b, transposeA, transposeB }: Product): [number, number] {
  return [a.shape.at(transposeA ? -1 : -2) ?? 1, b.shape.at(transposeB ? -2 : -1) ?? 1]
}

function batchOf({ a, b }: Product): number[] {
  return broadcastBatch(a.shape.slice(0, -2), b.shape.slice(0, -2))
}

/** The fused kernel reads one bias a column, from data that was made with rank 1. */
function isBiasVector({ backend }: Operations, bias: TensorInfo | undefined, units: number) {
  if (bias === undefined) return true
  const made = backend.dataIdMap.get(bias.dataId).shape
  return made.length === 1 && sizeOf(bias.shape) === units && bias.shape.at(-1) === units
}
