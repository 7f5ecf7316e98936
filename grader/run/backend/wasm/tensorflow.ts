import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import type * as core from '@tensorflow/tfjs-core'

/**
 * The part of TensorFlow.js that the kernels need. Both `@tensorflow/tfjs` and `@tensorflow/tfjs-core`
 * satisfy it; it is passed in because a project may hold more than one copy, each with its own registry.
 */
export type TensorFlow = Pick<
  typeof core,
  'backend_util' | 'engine' | 'getKernel' | 'registerKernel' | 'unregisterKernel'
>

export type TensorInfo = core.TensorInfo
export type DataType = core.DataType
export type Shape = readonly number[]
export type Inputs = core.NamedTensorInfoMap
export type Attributes = core.NamedAttrMap
export type WasmBackend = BackendWasm

/** Whether `backend` has the heap functions of the wasm backend of TensorFlow.js 4. */
export function isWasmBackend(backend: object): backend is WasmBackend {
  return 'typedArrayFromHeap' in backend && 'makeOutput' in backend && 'dataIdMap' in backend
}

/** Number of elements of a tensor; 1 for a scalar's empty shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1)
}
