import type { Arguments, Asked } from './bind.ts'

type Method = (...args: never[]) => unknown

/** Names of an object's methods, and of what is no method. */
type Methods<T> = { [K in keyof T]: T[K] extends Method ? K : never }[keyof T]

/** How a remote object is asked; the kit's connection to wherever the submission runs. */
export interface Asker {
  method(handle: number, name: string, args: readonly unknown[]): Promise<unknown>
  get(handle: number, name: string): Promise<unknown>
}

/**
 * An object with methods that stays where the submission runs: a model, a callback, an optimizer. Given to
 * the submission again, it is the same object there.
 */
export class RemoteObject<T> {
  readonly handle: number
  readonly #asker: Asker
  constructor(handle: number, asker: Asker) {
    this.handle = handle
    this.#asker = asker
  }

  /**
   * Calls a method there; its arguments may be remote objects too. Rejects with `SubmissionFailure` when it
   * gives no value.
   */
  call<K extends Methods<T> & string>(
    name: K,
    ...args: T[K] extends (...args: infer A) => unknown ? Arguments<A> : never
  ): Promise<T[K] extends (...args: never[]) => infer R ? Asked<Awaited<R>> : never>
  call(name: string, ...args: unknown[]): Promise<unknown> {
    return this.#asker.method(this.handle, name, args)
  }

  /** Reads a property there. */
  get<K extends Exclude<keyof T, Methods<T>> & string>(name: K): Promise<Asked<T[K]>>
  get(name: string): Promise<unknown> {
    return this.#asker.get(this.handle, name)
  }
}
