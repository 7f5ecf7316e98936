import { callMethod, callOrConstruct, readProperty } from '../../../model/callable.ts'
import { fromValue, toValue } from '../../../model/convert.ts'
import { seededRandom } from '../../../model/seeded-random.ts'
import type { Value } from '../../../model/value.ts'
import type { Pieces } from '../bytes.ts'
import { decodeValue, encodeValue } from '../codec.ts'
import { type AnswerKind, type Frame, ownField, SEAL } from '../frame.ts'
import { describeError } from './describe-error.ts'
import { graphModel } from './graph.ts'
import { MissingExport, type Modules } from './modules.ts'
import { Objects } from './objects.ts'
import { writeFrame } from './pipe.ts'
import type { TensorFlow } from './tensorflow.ts'

/** Answers requests, one at a time. */
export class Server {
  readonly #tf: TensorFlow
  readonly #modules: Modules
  #objects: Objects
  #random = seededRandom(0)
  #epoch = 0

  constructor(tf: TensorFlow, modules: Modules) {
    this.#tf = tf
    this.#modules = modules
    this.#objects = new Objects(tf, 0, true)
    Math.random = () => this.#random()
  }

  /** Does what the frame asks and writes the reply; resolves also when the submission threw. */
  async answer({ header, body }: Frame, strayError: Promise<never>): Promise<void> {
    if (ownField(header, 'op') === SEAL) {
      writeFrame({ id: ownField(header, 'id') }, [])
      return
    }
    this.#enter(header)
    let kind: AnswerKind
    let bytes: Pieces
    try {
      // encoded here too: a tensor with an impossible shape shows only then
      bytes = encodeValue(await Promise.race([this.#perform(header, body), strayError]))
      kind = 'value'
    } catch (error) {
      bytes = encodeValue(describeError(error, this.#modules.folder))
      kind = error instanceof MissingExport ? 'missing' : 'threw'
    }
    writeFrame({ id: ownField(header, 'id'), kind }, bytes)
  }

  #enter(header: Frame['header']): void {
    const epoch = Number(ownField(header, 'epoch'))
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    this.#objects.free()
    this.#random = seededRandom(Number(ownField(header, 'seed')))
  }

  async #perform(header: Frame['header'], body: Uint8Array): Promise<Value> {
    const field = (name: string) => ownField(header, name)
    const objects = this.#objects
    switch (field('op')) {
      case 'boot':
        this.#objects = new Objects(this.#tf, Number(field('firstHandle')), true)
        return { type: 'undefined' }
      case 'import':
        await this.#load(String(field('file')))
        return { type: 'undefined' }
      case 'hold':
        return objects.issue('held', fromValue(decodeValue(body), objects, objects))
      case 'call': {
        const called = await this.#modules.named(String(field('file')), String(field('name')))
        return this.#call(called, body)
      }
      case 'invoke':
        return this.#call(objects.fromHandle('function', Number(field('handle'))), body)
      case 'method': {
        const subject = objects.fromHandle('object', Number(field('handle')))
        const result = await callMethod(subject, String(field('name')), this.#list(body))
        return toValue(result, objects, objects)
      }
      case 'get': {
        const subject = objects.fromHandle('object', Number(field('handle')))
        return toValue(await readProperty(subject, String(field('name'))), objects, objects)
      }
      case 'place-graph': {
        const graph = fromValue(decodeValue(body), objects, objects)
        return objects.issue('object', await graphModel(graph))
      }
      case 'memory':
        return { type: 'number', value: this.#tf.memory().numTensors }
      case 'place':
        return objects.issue('object', await this.#place(this.#list(body)))
      default:
        throw new Error(`unknown request ${field('op')}`)
    }
  }

  /**
   * Draws from random numbers of its own: which check happens to load a file must not change the numbers
   * that the check gets.
   */
  async #load(file: string): Promise<void> {
    const random = this.#random
    this.#random = seededRandom(0)
    try {
      await this.#modules.load(file)
    } finally {
      this.#random = random
    }
  }

  async #call(called: unknown, body: Uint8Array): Promise<Value> {
    const result: unknown = await callOrConstruct(called, this.#list(body))
    return toValue(result, this.#objects, this.#objects)
  }

  #list(body: Uint8Array): readonly unknown[] {
    const items = fromValue(decodeValue(body), this.#objects, this.#objects)
    if (!Array.isArray(items)) throw new TypeError('arguments must be a list')
    return items
  }

  /** A model of the judge's: its topology, then its weights. */
  async #place([topology, ...weights]: readonly unknown[]): Promise<object> {
    const model = await this.#tf.models.modelFromJSON(JSON.parse(String(topology)))
    model.setWeights(weights)
    return model
  }
}
