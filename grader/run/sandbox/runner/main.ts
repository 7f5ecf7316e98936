import { setSourceMapsSupport } from 'node:module'
import { guardMemory } from '../../../model/guard-memory.ts'
import { installImports } from './imports.ts'
import { Modules } from './modules.ts'
import { installOutput } from './output.ts'
import { readFrame } from './pipe.ts'
import type { Packages } from './resolve.ts'
import { Server } from './serve.ts'
import { transformer } from './source.ts'
import type { TensorFlow } from './tensorflow.ts'

/**
 * The program inside the sandbox: loads tfjs, then serves the judge until the pipe is closed.
 * `submission` is the folder of the files to serve, `packages` what they may import.
 */
export async function main(tf: TensorFlow, submission: string, packages: Packages): Promise<void> {
  installImports(submission, packages)
  installOutput()
  // the bundle has one backend
  await tf.ready()
  guardMemory(tf.backend())
  // the wasm backend adds listeners that rethrow, which would end the process for a stray rejection
  process.removeAllListeners('uncaughtException')
  process.removeAllListeners('unhandledRejection')
  const stray = strayErrors()
  const server = new Server(tf, new Modules(submission))
  // a promise that never settles must meet the judge's deadline, not an empty event loop
  setInterval(() => undefined, 2 ** 30)
  setSourceMapsSupport(true)
  for (let frame = readFrame(); frame !== null; frame = readFrame()) {
    await server.answer(frame, stray.next())
    // after the first reply, while the judge is busy with its own start
    transformer()
  }
  process.exit(0)
}

/** Errors that the submission threw outside any promise that is awaited; they fail the call at hand. */
function strayErrors(): { next(): Promise<never> } {
  let reject: (error: unknown) => void = () => undefined
  process.on('uncaughtException', (error) => reject(error))
  process.on('unhandledRejection', (error) => reject(error))
  return {
    next() {
      const { promise, reject: fail } = Promise.withResolvers<never>()
      reject = fail
      // lost when the call ends first: nobody waits for it any more
      promise.catch(() => undefined)
      return promise
    },
  }
}
