// Parts of the package tfjs-node that lean-tensorflow.ts is bundled with; the package itself lies in a
// cache folder, or nowhere. `tfjs-node` stands for its dist/.
declare module 'tfjs-node/register_all_kernels.js' {}

declare module 'tfjs-node/nodejs_kernel_backend.js' {
  import type { KernelBackend } from '@tensorflow/tfjs-core'
  export const NodeJSKernelBackend: new (binding: object, packageName: string) => KernelBackend
}

/** Absolute folder of the package; free in the bundle. */
declare const nativeFolder: string
