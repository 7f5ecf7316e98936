import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as core from '@tensorflow/tfjs-core'
import { install } from './wasm/index.ts'

// What @tensorflow/tfjs exports, less the webgl and cpu backends, the converter and the data API: they
// are most of its start-up time.
export { setThreadsCount, setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm'
export * from '@tensorflow/tfjs-core'
export * from '@tensorflow/tfjs-layers'

// the bundle is CommonJS and lies beside the .wasm files
setWasmPaths(`${__dirname}/`)
install(core)
