// What @tensorflow/tfjs exports, less its backends, the converter and the data API: they are most of its
// start-up time. In the place of the data API is a word that it is not there.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js'

export * from '@tensorflow/tfjs-core'
export * from '@tensorflow/tfjs-layers'
export { data } from './lean-data.ts'
