import { hasMethods } from '../../../model/callable.ts'
import type { Handles, HandleValue, TensorLibrary } from '../../../model/convert.ts'
import type { DType, HandleKind, TensorData } from '../../../model/value.ts'
import { type Disposable, isDisposable, type TensorFlow } from './tensorflow.ts'

/** What the runner keeps for the check at hand: objects behind handles, and the tensors of arguments. */
export class Objects implements Handles, TensorLibrary {
  readonly Tensor: TensorFlow['Tensor']
  readonly #tf: TensorFlow
  readonly #issued = new Map<number, unknown>()
  #made: Disposable[] = []
  #next: number

  constructor(tf: TensorFlow, firstHandle: number) {
    this.Tensor = tf.Tensor
    this.#tf = tf
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
    const made = this.#tf.tensor(values, shape, dtype)
    if (isDisposable(made)) this.#made.push(made)
    return made
  }

  free(): void {
    this.#issued.clear()
    for (const tensor of this.#made) tensor.dispose()
    this.#made = []
  }
}
