import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deserialize } from 'node:v8'
import { callOrConstruct } from '../model/callable.ts'
import { fromValue } from '../model/convert.ts'
import { seededRandom } from '../model/seeded-random.ts'
import type { RecordedCall } from './labs.ts'

/**
 * A bare script that trains as a lab's checks made the submission train: `node replay-calls.ts RUNTIME SUBMISSION
 * CALLS`. It makes all calls again, and prints the milliseconds of each, the import with the first. It has the same build of TensorFlow.js as the sandbox.
 */
const [runtime = '', submission = '', recorded = ''] = process.argv.slice(2)
const stands: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs': pathToFileURL(join(runtime, 'tfjs.mjs')).href,
  'gradus/layers': pathToFileURL(join(runtime, 'layers.mjs')).href,
}
registerHooks({
  resolve(specifier, context, next) {
    const url = stands[specifier]
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true }
  },
})
const tf: typeof import('@tensorflow/tfjs') = await import('@tensorflow/tfjs')
await tf.ready()

const handles = {
  toHandle: () => null,
  fromHandle(): never {
    throw new Error('A call with a handle cannot be made again.')
  },
}
const calls: readonly RecordedCall[] = deserialize(readFileSync(recorded))
const milliseconds: number[] = []
for (const { file, name, args, seed } of calls) {
  Math.random = seededRandom(seed)
  const start = performance.now()
  const module: Record<string, unknown> = await import(pathToFileURL(join(submission, file)).href)
  await callOrConstruct(
    module[name],
    args.map((arg) => fromValue(arg, tf, handles)),
  )
  milliseconds.push(performance.now() - start)
}
process.stdout.write(`${milliseconds.join(' ')}\n`)
