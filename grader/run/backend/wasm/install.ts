import { cast } from './cast.ts'
import { conv2DBackpropFilter, conv2DBackpropInput } from './conv2d.ts'
import { conv3DBackpropFilter, conv3DBackpropInput } from './conv3d.ts'
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise.ts'
import { einsum } from './einsum.ts'
import { forward } from './forward.ts'
import type { Kernel } from './kernel.ts'
import { batchMatMul, fusedMatMul } from './matmul.ts'
import { oneHot } from './one-hot.ts'
import type { StockKernel } from './operations.ts'
import { Operations } from './operations.ts'
import { distrustExisting } from './packing.ts'
import { avgPoolGrad, maxPoolGrad } from './pool.ts'
import { prelu } from './prelu.ts'
import { rotateWithOffset } from './rotate.ts'
import { unsortedSegmentSum } from './segment-sum.ts'
import type { TensorFlow } from './tensorflow.ts'
import { isWasmBackend } from './tensorflow.ts'

const kernels: readonly Kernel[] = [
  batchMatMul,
  fusedMatMul,
  ...forward,
  conv2DBackpropFilter,
  conv2DBackpropInput,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  conv3DBackpropFilter,
  conv3DBackpropInput,
  maxPoolGrad,
  avgPoolGrad,
  unsortedSegmentSum,
  einsum,
  prelu,
  cast,
  oneHot,
  rotateWithOffset,
]

/** Marks a registered kernel as ours; a registered symbol, so that a second copy of this code sees it. */
const installed = Symbol.for('gradus.wasm-training-kernels')

/**
 * Gives the wasm backend of `tf` the kernels that training needs and mends those that are silently
 * wrong. Call it once after `@tensorflow/tfjs-backend-wasm` is imported, before or after `setBackend`;
 * a second call does nothing. Throws when the wasm backend is not registered in this copy of `tf`.
 */
export function install(tf: TensorFlow): void {
  const first = tf.getKernel('BatchMatMul', 'wasm')
  if (first === undefined) {
    throw new Error(
      'The wasm backend is not registered in this copy of TensorFlow.js. ' +
        "Import '@tensorflow/tfjs-backend-wasm' before install(tf).",
    )
  }
  if (installed in first) return
  const { wasm: backend } = tf.engine().registry
  if (backend !== undefined && isWasmBackend(backend)) distrustExisting(backend)
  const stock = takeStock(tf)
  for (const kernel of kernels) replace(tf, kernel, stock)
}

/** Runs kernels as they were before the installation: a lookup finds the mended ones afterwards. */
function takeStock(tf: TensorFlow): StockKernel {
  const mended = new Map(kernels.map(({ name }) => [name, tf.getKernel(name, 'wasm')]))
  return (name, inputs, attrs, backend) => {
    const kernel = mended.get(name) ?? tf.getKernel(name, 'wasm')
    if (kernel === undefined) throw new Error(`the wasm backend has no kernel ${name}`)
    const result = kernel.kernelFunc({ inputs, attrs, backend })
    if (Array.isArray(result)) throw new Error(`kernel ${name} gave several tensors, not one`)
    return result
  }
}

function replace(tf: TensorFlow, kernel: Kernel, stock: StockKernel): void {
  const before = tf.getKernel(kernel.name, 'wasm')
  if (before !== undefined) tf.unregisterKernel(kernel.name, 'wasm')
  tf.registerKernel({
    // The stock kernel still runs inside ours: a backend made later must set it up too.
    ...before,
    kernelName: kernel.name,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => {
      if (!isWasmBackend(backend)) throw new Error(`${kernel.name}: this is not the wasm backend`)
      return Operations.run(backend, stock, (operations) =>
        kernel.run({ inputs, attributes: attrs ?? {}, operations, shapes: tf.backend_util }),
      )
    },
    ...{ [installed]: true },
  })
}
