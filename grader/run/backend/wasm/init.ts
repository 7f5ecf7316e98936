import { install } from './install.ts'
import type { TensorFlow } from './tensorflow.ts'

type Starting = TensorFlow & { setBackend(name: string): Promise<boolean> }

/** The part of `@tensorflow/tfjs-backend-wasm` that says where its binaries are. */
interface Binaries {
  setWasmPaths(paths: { 'tfjs-backend-wasm-simd.wasm': string }): void
}

/**
 * Starts the wasm backend of `tf` with the training kernels and makes it the one in use. `wasmFile` is
 * the path of `tfjs-backend-wasm-simd.wasm`, needed where a bundle no longer lies beside it.
 *
 * Throws when the backend does not start. In Node it leaves no process listeners behind: the Emscripten
 * runtime adds two that rethrow every uncaught exception and unhandled rejection, which ends a process
 * that had its own way of handling them.
 */
export async function initWasm(
  tf: Starting,
  wasm: Binaries,
  { wasmFile }: { readonly wasmFile?: string } = {},
): Promise<void> {
  if (wasmFile !== undefined) wasm.setWasmPaths({ 'tfjs-backend-wasm-simd.wasm': wasmFile })
  install(tf)
  const restore = rememberListeners()
  try {
    if (!(await tf.setBackend('wasm'))) {
      throw new Error(
        `The wasm backend did not start${wasmFile === undefined ? '' : ` from ${wasmFile}`}; ` +
          'TensorFlow.js has printed why.',
      )
    }
  } finally {
    restore()
  }
}

/** Gives back a function that removes the listeners that were added since. */
function rememberListeners(): () => void {
  // Not there in a browser.
  const { process } = globalThis
  if (typeof process?.listeners !== 'function') return () => {}
  const exceptions = process.listeners('uncaughtException')
  const rejections = process.listeners('unhandledRejection')
  return () => {
    for (const listener of process.listeners('uncaughtException')) {
      if (!exceptions.includes(listener)) process.removeListener('uncaughtException', listener)
    }
    for (const listener of process.listeners('unhandledRejection')) {
      if (!rejections.includes(listener)) process.removeListener('unhandledRejection', listener)
    }
  }
}
