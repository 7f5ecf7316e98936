import type { Operations } from './operations.ts'
import type { TensorInfo, WasmBackend } from './tensorflow.ts'

/**
 * The C++ matrix product packs its right-hand side once and keeps the packed copy under the number of
 * the data, without its shape, until the data is disposed. A reshaped view has the same data, so a
 * [9, 1] product after a [1, 9] one multiplies with the wrong packing. A number is never used twice:
 * the record that the backend keeps for it (a new one when data moves or is written) stands for it here.
 */
const packedShapes = new WeakMap<object, string>()

/** Per backend, the first number that no product of the stock kernels can have packed. */
const firstFresh = new WeakMap<WasmBackend, number>()

/** Distrusts every tensor that `backend` holds by now: it may have been packed before the mend. */
export function distrustExisting(backend: WasmBackend): void {
  const probe = backend.makeOutput([1], 'float32')
  firstFresh.set(backend, backend.dataIdMap.get(probe.dataId).id)
  backend.disposeData(probe.dataId)
}

/** `b` [1, K, N] itself when its packing, present or to come, is for this shape; a copy otherwise. */
export function packable(operations: Operations, b: TensorInfo): TensorInfo {
  const { backend } = operations
  const record = backend.dataIdMap.get(b.dataId)
  const shape = b.shape.join()
  const packed = packedShapes.get(record)
  if (packed === undefined && record.id >= (firstFresh.get(backend) ?? 0)) {
    packedShapes.set(record, shape)
    return b
  }
  return packed === shape ? b : operations.copy(b)
}
