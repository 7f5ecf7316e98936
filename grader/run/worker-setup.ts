import * as tf from '@tensorflow/tfjs'
import { guardMemory } from '../model/guard-memory.ts'
import { initWasm } from './backend/wasm/index.ts'

// Before any spec: references and inputs are computed on the backend that submissions have. The lean
// build already knows where its binary is.
// A bundle has one backend.
if (tf.engine().backendNames().includes('wasm')) await initWasm(tf, { setWasmPaths() {} })
else await tf.ready()
// A submission's model may take more than there is: that must end its check, and no other.
guardMemory(tf.backend())
