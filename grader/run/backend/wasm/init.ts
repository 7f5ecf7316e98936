import { install } from './install.ts'
import type { TensorFlow } from './tensorflow.ts'

type Starting = TensorFlow & { setBackend(name: string): Promise<boolean> }

/** The part of `@tensorflow/tfjs-backend-wasm` that says where its binaries are. */
interface Binaries {
  setWasmPaths(folder: string): void
}

/**
 * Starts the wasm backend of `tf` with the training kernels and makes it the one in use. `folder`
 * is where the package's `.wasm` files are, needed where a bundle no longer lies beside them.
 *
 * Throws when the backend does not start. In Node it leaves no process listeners behind: the Emscripten
 * runtime adds two that rethrow every uncaught exception and unhandled rejection, which ends a process
 * that had its own way of handling them.
 */
export async function initWasm(
  tf: Starting,
  wasm: Binaries,
  { folder }: { readonly folder?: string } = {},
): Promise<void> {
  if (folder !== undefined) wasm.setWasmPaths(folder.replace(/\/?$/, '/'))
  install(tf)
  const restore = rememberListeners()
  try {
    if (!(await tf.setBackend('wasm'))) {
      throw new Error(
        `The wasm backend did not start${folder === undefined ? '' : ` from ${folder}`}; ` +
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
