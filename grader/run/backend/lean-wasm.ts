import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import * as core from './lean-core.ts'
import { install } from './wasm/index.ts'

export { setThreadsCount, setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm'
export * from './lean-core.ts'

// the bundle is CommonJS and lies beside the .wasm files
setWasmPaths(`${__dirname}/`)
install(core)
