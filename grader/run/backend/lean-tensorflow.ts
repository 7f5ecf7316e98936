import './tfjs-node-util.ts'
import 'tfjs-node/register_all_kernels.js'
import { createRequire } from 'node:module'
import { NodeJSKernelBackend } from 'tfjs-node/nodejs_kernel_backend.js'
import { registerBackend } from './lean-core.ts'

export * from './lean-core.ts'

// `nativeFolder` comes from the function that the bundle is wrapped in: see runtime/load.cjs
const require = createRequire(`${nativeFolder}/`)
const { name } = require('./package.json')
const binding = require('./lib/napi-v8/tfjs_binding.node')

registerBackend('tensorflow', () => new NodeJSKernelBackend(binding, name))
