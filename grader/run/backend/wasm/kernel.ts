import type { Operations } from './operations.ts'
import type { Attributes, Inputs, TensorFlow, TensorInfo } from './tensorflow.ts'

export interface Call {
  readonly inputs: Inputs
  readonly attributes: Attributes
  readonly operations: Operations
  /** Shape arithmetic of TensorFlow.js: paddings and output sizes. */
  readonly shapes: TensorFlow['backend_util']
}

/** A kernel that the installation adds to the wasm backend or puts in a stock kernel's place. */
export interface Kernel {
  /** As TensorFlow.js registers it, for example `Conv2DBackpropFilter`. */
  readonly name: string
  /** The result must be made by `operations`, which frees everything else. */
  run(call: Call): TensorInfo
}

/** The tensor that the kernel was called with as `name`. */
export function input(inputs: Inputs, name: string): TensorInfo {
  const value = inputs[name]
  if (value === undefined) throw new TypeError(`the kernel needs the input "${name}"`)
  return value
}
