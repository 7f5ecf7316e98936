import './tfjs-node-util.ts'
import 'tfjs-node/register_all_kernels.js'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { NodeJSKernelBackend } from 'tfjs-node/nodejs_kernel_backend.js'
import { registerBackend } from './lean-core.ts'

export * from './lean-core.ts'

// `nativeFolder` comes from the function that the bundle is wrapped in: see runtime/load.cjs
const require = createRequire(`${nativeFolder}/`)
const { name } = require('./package.json')

/** Only our own build has it; see native/quiet.cc. */
const QUIET = `${nativeFolder}/lib/napi-v8/quiet.node`
const quiet = existsSync(QUIET) ? require(QUIET) : null

const { RTLD_NOW } = constants.dlopen
/**
 * glibc's own number. Node unloads what a worker thread has loaded when that ends, and the process would
 * then crash at its exit, where the library has registered what is to be called.
 */
const RTLD_NODELETE = 0x1000

quiet?.mute()
const binding = load()

registerBackend('tensorflow', () => new NodeJSKernelBackend(binding, name))

function load(): object {
  const module = { exports: {} }
  try {
    process.dlopen(
      module,
      `${nativeFolder}/lib/napi-v8/tfjs_binding.node`,
      RTLD_NOW | RTLD_NODELETE,
    )
    return module.exports
  } finally {
    quiet?.unmute()
  }
}
