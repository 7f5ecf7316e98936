import './tfjs-node-util.ts'
import 'tfjs-node/register_all_kernels.js'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeJSKernelBackend } from 'tfjs-node/nodejs_kernel_backend.js'
import { registerBackend } from './lean-core.ts'

export * from './lean-core.ts'

// `nativeFolder` comes from the function that the bundle is wrapped in: see runtime/load.cjs
const require = createRequire(`${nativeFolder}/`)
const { name } = require('./package.json')

/** Only our own build has it; see native/quiet.cc. */
const QUIET = `${nativeFolder}/lib/napi-v8/quiet.node`
const quiet = existsSync(QUIET) ? require(QUIET) : null

quiet?.mute()
const binding = load()

registerBackend('tensorflow', () => new NodeJSKernelBackend(binding, name))

function load() {
  try {
    return require('./lib/napi-v8/tfjs_binding.node')
  } finally {
    quiet?.unmute()
  }
}
