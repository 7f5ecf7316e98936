/** Training on the wasm backend of TensorFlow.js; README.md beside this file says what it mends. */
export { initWasm } from './init.ts'
export { install } from './install.ts'
