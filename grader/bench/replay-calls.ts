import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deserialize } from 'node:v8'
import { callMethod, callOrConstruct, readProperty } from '../model/callable.ts'
import { fromValue, toValue } from '../model/convert.ts'
import { seededRandom } from '../model/seeded-random.ts'
import type { Request, Value } from '../model/value.ts'
import { Objects } from '../run/sandbox/runner/objects.ts'
import type { RecordedRequest } from './labs.ts'

/**
 * A bare script that does what a grading asked of the submission: `node replay-calls.ts RUNTIME SUBMISSION
 * REQUESTS PAUSES`. It prints the milliseconds of each training. It has the same build of TensorFlow.js as the
 * sandbox, and the same calls before a training: what they compiled and kept in memory changes how fast it is.
 * So do pauses: where PAUSES names milliseconds, it waits as long before each call.
 */
const [runtime = '', submission = '', recorded = '', paused = ''] = process.argv.slice(2)
const pauses = paused.split(' ').map(Number)
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

// Handles get the same numbers as in the sandbox: they are counted in the order in which they are made.
const objects = new Objects(tf, 0, false)
const requests: readonly RecordedRequest[] = deserialize(readFileSync(recorded))
const milliseconds: number[] = []
let check = ''
for (const [index, { request, context, trains }] of requests.entries()) {
  wait(pauses[index] ?? 0)
  const present = JSON.stringify(context)
  if (present !== check) {
    objects.free()
    Math.random = seededRandom(context.seed)
  }
  check = present
  const start = performance.now()
  try {
    await perform(request)
  } catch (error) {
    // Some checks ask for what must be refused.
    if (trains) throw error
  }
  if (trains) milliseconds.push(performance.now() - start)
}
process.stdout.write(`${milliseconds.join(' ')}\n`)

/** Blocks the thread, as the wait for a request does in the sandbox. */
function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

async function perform(request: Request): Promise<Value> {
  switch (request.op) {
    case 'call': {
      const url = pathToFileURL(join(submission, request.file)).href
      const module: Record<string, unknown> = await import(url)
      return call(module[request.name], request.args)
    }
    case 'invoke':
      return call(objects.fromHandle('function', request.handle), request.args)
    case 'method': {
      const subject = objects.fromHandle('object', request.handle)
      const result = await callMethod(subject, request.name, list(request.args))
      return toValue(result, objects, objects)
    }
    case 'get': {
      const subject = objects.fromHandle('object', request.handle)
      return toValue(await readProperty(subject, request.name), objects, objects)
    }
    case 'place': {
      const model = await tf.models.modelFromJSON(JSON.parse(request.topology))
      model.setWeights(list(request.weights).filter((weight) => weight instanceof tf.Tensor))
      return objects.issue('object', model)
    }
    case 'place-graph':
      throw new Error('No lab of the benchmark has a graph.')
    case 'memory':
      return { type: 'number', value: tf.memory().numTensors }
    case 'hold':
      return objects.issue('held', fromValue(request.value, objects, objects))
  }
}

async function call(called: unknown, args: readonly Value[]): Promise<Value> {
  return toValue(await callOrConstruct(called, list(args)), objects, objects)
}

function list(values: readonly Value[]): readonly unknown[] {
  return values.map((value) => fromValue(value, objects, objects))
}
