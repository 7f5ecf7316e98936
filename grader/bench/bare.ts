import { registerHooks } from 'node:module'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

/**
 * A bare script that trains: `node bare.ts TFJS BACKEND`. Reads `workload steps` from standard input, trains, and
 * answers each line with the loss. It has the same build of TensorFlow.js as the sandbox.
 */
const tfjs = pathToFileURL(process.argv[2] ?? '').href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@tensorflow/tfjs' ? { url: tfjs, shortCircuit: true } : next(specifier, context),
})
const tf: typeof import('@tensorflow/tfjs') = await import('@tensorflow/tfjs')
await tf.setBackend(process.argv[3] ?? 'wasm')
const { train } = await import('./train.ts')
for await (const line of createInterface({ input: process.stdin })) {
  const [workload = '', steps] = line.split(' ')
  process.stdout.write(`${await train(workload, Number(steps))}\n`)
}
