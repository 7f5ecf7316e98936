// Stands for @tensorflow/tfjs where tfjs-node asks for it, so that its kernels are registered with the one
// copy that submissions use.
import * as core from './lean-core.ts'

export * from './lean-core.ts'

/** Its classes are compiled to functions, and call the constructor of this one without `new`. */
export function KernelBackend(): void {}

KernelBackend.prototype = core.KernelBackend.prototype
