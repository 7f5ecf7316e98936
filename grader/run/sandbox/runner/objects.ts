import { hasMethods } from '../../../model/callable.ts'
import type { Handles, HandleValue, TensorLibrary } from '../../../model/convert.ts'
import type { DType, HandleKind, TensorData } from '../../../model/value.ts'
import { type Disposable, isDisposable, type TensorFlow } from './tensorflow.ts'

/** What the runner keeps for the check at hand: objects behind handles, and the tensors of arguments. */
export class Objects implements Handles, TensorLibrary {
  readonly Tensor: TensorFlow['Tensor']
  readonly #tf: TensorFlow
  readonly #lent: boolean
  readonly #issued = new Map<number, unknown>()
  #made: Disposable[] = []
  #next: number

  /** @param lent whether values lie where the next ones will. */
  constructor(tf: TensorFlow, firstHandle: number, lent: boolean) {
    this.Tensor = tf.Tensor
    this.#tf = tf
    this.#lent = lent
    this.#next = firstHandle
  }

  /** Functions and objects with methods stay here; all else crosses as data. */
  toHandle(subject: object): HandleValue | null {
    if (typeof subject === 'function') return this.issue('function', subject)
    if (subject instanceof this.Tensor || !hasMethods(subject)) return null
    return this.issue('object', subject)
  }

  fromHandle(_kind: HandleKind, id: number): unknown {
    if (!this.#issued.has(id)) throw new Error(`nothing is left behind handle ${id}`)
    return this.#issued.get(id)
  }

  issue(kind: HandleKind, subject: unknown): HandleValue {
    const id = this.#next
    this.#next += 1
    this.#issued.set(id, subject)
    return { type: 'handle', kind, id }
  }

  /** A tensor that lives until the next check. */
  tensor(values: TensorData, shape: number[], dtype: DType): unknown {
    // tensors on wasm copy what they are made from at once, those of other backends keep it
    const keeps = this.#lent && this.#tf.getBackend() !== 'wasm'
    const made = this.#tf.tensor(keeps ? values.slice() : values, shape, dtype)
    if (isDisposable(made)) this.#made.push(made)
    return made
  }

  free(): void {
    this.#issued.clear()
    for (const tensor of this.#made) tensor.dispose()
    this.#made = []
  }
}
