import * as tf from '@tensorflow/tfjs'
import { initWasm } from './backend/wasm/index.ts'

// Before any spec: references and inputs are computed on the backend that submissions have. The lean
// build already knows where its binary is.
// A bundle has one backend.
if (tf.engine().backendNames().includes('wasm')) await initWasm(tf, { setWasmPaths() {} })
else await tf.ready()
