import type { Attributes, DataType, Inputs, Shape, TensorInfo, WasmBackend } from './tensorflow.ts'

/** Runs a kernel as the stock backend registered it. */
export type StockKernel = (
  name: string,
  inputs: Inputs,
  attributes: Attributes,
  backend: WasmBackend,
) => TensorInfo

/**
 * The operations that a kernel is composed of. Every tensor they make is a temporary of the running
 * kernel: `finish` frees all of them but the kernel's result, also when the kernel throws.
 */
export class Operations {
  readonly backend: WasmBackend
  readonly #stock: StockKernel
  readonly #temporaries: TensorInfo[] = []

  constructor(backend: WasmBackend, stock: StockKernel) {
    this.backend = backend
    this.#stock = stock
  }

  /** Runs `kernel`, frees what it made on the way and returns its result. */
  static run(
    backend: WasmBackend,
    stock: StockKernel,
    kernel: (operations: Operations) => TensorInfo,
  ): TensorInfo {
    const operations = new Operations(backend, stock)
    let result: TensorInfo | undefined
    try {
      result = kernel(operations)
      return result
    } finally {
      operations.#finish(result)
    }
  }

  call(name: string, inputs: Inputs, attributes: Attributes = {}): TensorInfo {
    return this.#track(this.#stock(name, inputs, attributes, this.backend))
  }

  /** A new tensor whose elements are not set: memory on the heap is reused as it is. */
  uninitialised(shape: Shape, dtype: DataType = 'float32'): TensorInfo {
    return this.#track(this.backend.makeOutput([...shape], dtype))
  }

  zeros(shape: Shape): TensorInfo {
    const result = this.uninitialised(shape)
    this.floats(result).fill(0)
    return result
  }

  /** The same elements under another storage, so that nothing cached for `x` applies to them. */
  copy(x: TensorInfo): TensorInfo {
    const result = this.uninitialised(x.shape)
    this.floats(result).set(this.floats(x))
    return result
  }

  reshape(x: TensorInfo, shape: Shape): TensorInfo {
    return this.call('Reshape', { x }, { shape: [...shape] })
  }

  transpose(x: TensorInfo, permutation: Shape): TensorInfo {
    return this.call('Transpose', { x }, { perm: [...permutation] })
  }

  slice(x: TensorInfo, begin: Shape, size: Shape): TensorInfo {
    return this.call('Slice', { x }, { begin: [...begin], size: [...size] })
  }

  /** Swaps the last two axes. */
  transposeMatrix(x: TensorInfo): TensorInfo {
    const axes = x.shape.map((_, axis) => axis)
    const last = axes.length - 1
    return this.transpose(x, [...axes.slice(0, -2), last, last - 1])
  }

  /**
   * The elements of a tensor, in place. A later allocation may move the heap and leave the
   * view without memory: take views after the last tensor is made.
   */
  view(x: TensorInfo): ReturnType<WasmBackend['typedArrayFromHeap']> {
    return this.backend.typedArrayFromHeap(x)
  }

  /** The elements of a float32 tensor, in place, as `view` gives them. */
  floats(x: TensorInfo): Float32Array {
    const view = this.view(x)
    if (view instanceof Float32Array) return view
    throw new TypeError(`wasm training kernels take float32 tensors, got ${x.dtype}`)
  }

  #track(x: TensorInfo): TensorInfo {
    this.#temporaries.push(x)
    return x
  }

  #finish(result: TensorInfo | undefined): void {
    // One entry is one reference, and a reshape shares storage: drop a single reference to the result less.
    const kept = result === undefined ? -1 : this.#temporaries.indexOf(result)
    for (const [index, x] of this.#temporaries.entries()) {
      if (index !== kept) this.backend.disposeData(x.dataId)
    }
  }
}
