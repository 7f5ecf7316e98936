import * as tf from '@tensorflow/tfjs'
import { fromValue, type Handles, type HandleValue, toValue } from '../model/convert.ts'
import type { Request, Value } from '../model/value.ts'
import { graphBehind } from './backbone.ts'
import { SubmissionFailure } from './failure.ts'
import { currentFrame, raise } from './frame.ts'
import { answerOfReference } from './reference.ts'
import { type Asker, RemoteObject } from './remote-object.ts'

/** An object that stays where the submission runs: passed to two calls, both get the same one. */
export class Held<T> {
  /** What was put there, as the spec has it. */
  readonly value: T
  readonly handle: number
  constructor(value: T, handle: number) {
    this.value = value
    this.handle = handle
  }
}

type Callable = (...args: never[]) => unknown

/** What a call may be given: values, or what stands for them where the submission runs. */
export type Arguments<A extends readonly unknown[]> = {
  [I in keyof A]: A[I] | Held<A[I]> | RemoteObject<A[I]> | Options<A[I]>
}

/** An object of options may name remote objects too, as in `fit(x, y, { callbacks })`. */
type Options<T> = T extends tf.Tensor | readonly unknown[] | ArrayBufferView | Callable
  ? never
  : T extends object
    ? { readonly [K in keyof T]: T[K] | { readonly handle: number } }
    : never

/** Whether values of a type stay where they are: objects with methods that are no tensors. */
type HasMethods<R> = R extends tf.Tensor | readonly unknown[] | ArrayBufferView
  ? false
  : true extends { [K in keyof R]: R[K] extends Callable ? true : false }[keyof R]
    ? true
    : false

/** What a call gives: functions and objects of the submission's are asked in the same way, in records too. */
export type Asked<R> = R extends (...args: infer A) => infer S
  ? (...args: Arguments<A>) => Promise<Asked<Awaited<S>>>
  : HasMethods<R> extends true
    ? RemoteObject<R>
    : R extends tf.Tensor | readonly unknown[] | ArrayBufferView
      ? R
      : R extends object
        ? { readonly [K in keyof R]: Asked<R[K]> }
        : R

type Constructor = abstract new (...args: never[]) => unknown

/**
 * A module's functions as a spec calls them: everything is asked for, so everything is a promise. A class is
 * called without `new`.
 */
export type Remote<T> = {
  readonly [K in keyof T as T[K] extends Callable | Constructor ? K : never]: T[K] extends (
    ...args: infer A
  ) => infer R
    ? (...args: Arguments<A>) => Promise<Asked<Awaited<R>>>
    : T[K] extends abstract new (
          ...args: infer A
        ) => infer I
      ? (...args: Arguments<A>) => Promise<RemoteObject<I>>
      : never
}

/**
 * The two sides of every comparison: the student's functions and the reference's.
 *
 *     const { submission, reference } = bind<typeof import('#starter/convolutions/conv2d.ts')>()
 *
 * A call of `submission` rejects with `SubmissionFailure` when it gives no value.
 */
export function bind<T>(): { readonly submission: Remote<T>; readonly reference: Remote<T> } {
  return {
    submission: remote<T>(askSubmission),
    reference: remote<T>((name, args) =>
      answerOfReference(
        name,
        args.map((arg) => (arg instanceof Held ? arg.value : arg)),
      ),
    ),
  }
}

/** Puts `value` where the submission runs; shows whether a function spoils what it was given. */
export async function hold<T>(value: T): Promise<Held<T>> {
  const handle = await ask({ op: 'hold', value: await toValue(value, tf, asArgument) })
  if (handle.type !== 'handle') {
    throw new Error(`The answer to "hold" must be a handle, not ${handle.type}.`)
  }
  return new Held(value, handle.id)
}

type AskFor = (name: string, args: readonly unknown[]) => Promise<unknown>

/** Every property is a function that asks for the export of that name. */
function remote<T>(askFor: AskFor): Remote<T> {
  const proxy: unknown = new Proxy(
    {},
    {
      get: (_target, name) =>
        // A promise is known by its `then`, so there must be none.
        typeof name === 'string' && name !== 'then'
          ? (...args: unknown[]) => askFor(name, args)
          : undefined,
    },
  )
  if (!answersEveryName<T>(proxy)) throw new TypeError('A proxy is an object.')
  return proxy
}

/** The types come from the starter: a name that it lacks does not compile. */
function answersEveryName<T>(proxy: unknown): proxy is Remote<T> {
  return typeof proxy === 'object'
}

async function askSubmission(name: string, args: readonly unknown[]): Promise<unknown> {
  const { exchanges, settings } = currentFrame()
  const sent = await Promise.all(args.map((arg) => toValue(arg, tf, asArgument)))
  const file = settings.lab.tasks.find(({ exports }) => exports.includes(name))?.file
  if (file === undefined) {
    const known = settings.lab.tasks.flatMap(({ exports }) => exports).join(', ')
    throw new Error(`No task of "${settings.lab.id}" exports "${name}"; there are: ${known}.`)
  }
  const replayed = args.map((arg) => (arg instanceof Held ? arg.value : arg))
  const plain = replayed.some((arg) => typeof arg === 'function' || arg instanceof RemoteObject)
    ? null
    : await Promise.all(
        replayed.map((arg, i) => (arg === args[i] && sent[i]) || toValue(arg, tf, asArgument)),
      )
  const answer = await ask({ op: 'call', file, name, args: sent })
  exchanges.push({ name, args: plain, answer })
  return fromValue(answer, tf, asArgument)
}

/** How many tensors live where the submission runs. */
export async function liveTensors(): Promise<number> {
  const count = await ask({ op: 'memory' })
  if (count.type !== 'number') throw new Error(`Tensors are counted, not ${count.type}.`)
  return count.value
}

async function ask(request: Request): Promise<Value> {
  const { transport, context } = currentFrame()
  const reply = await transport.request(request, context)
  if (!reply.ok) raise(new SubmissionFailure(reply.failure))
  return reply.value
}

/**
 * Builds a copy of a model of the judge's where the submission runs, weights included, and gives a handle to
 * it: for callbacks and training loops that need a model to work on.
 */
export async function place(model: tf.LayersModel): Promise<RemoteObject<tf.LayersModel>> {
  const graph = graphBehind(model)
  if (graph !== null) {
    const request = { op: 'place-graph', graph: await toValue(graph, tf, asArgument) } as const
    return placed(await ask(request))
  }
  const topology: unknown = model.toJSON(null, false)
  const weights = await Promise.all(
    model.getWeights().map((weight) => toValue(weight, tf, asArgument)),
  )
  return placed(await ask({ op: 'place', topology: JSON.stringify(topology), weights }))
}

function placed(handle: Value): RemoteObject<tf.LayersModel> {
  if (handle.type !== 'handle') {
    throw new Error(`The answer to "place" must be a handle, not ${handle.type}.`)
  }
  return new RemoteObject(handle.id, asker)
}

const asker: Asker = {
  async method(handle, name, args) {
    const sent = await Promise.all(args.map((arg) => toValue(arg, tf, asArgument)))
    return fromValue(await ask({ op: 'method', handle, name, args: sent }), tf, asArgument)
  },
  async get(handle, name) {
    return fromValue(await ask({ op: 'get', handle, name }), tf, asArgument)
  },
}

/** Functions of the submission, so that they can be handed back to it. */
const revived = new WeakMap<object, HandleValue>()

/** How a spec's objects cross: only what the submission itself issued goes back as a handle. */
const asArgument: Handles = {
  toHandle(subject) {
    if (subject instanceof Held) return { type: 'handle', kind: 'held', id: subject.handle }
    if (subject instanceof RemoteObject) {
      return { type: 'handle', kind: 'object', id: subject.handle }
    }
    const handle = revived.get(subject)
    if (handle !== undefined) return handle
    if (typeof subject === 'function') {
      throw new TypeError('A function of the spec cannot go to a submission; pass a name or data.')
    }
    return null
  },
  fromHandle(kind, id) {
    if (kind === 'object') return new RemoteObject(id, asker)
    const call = async (...args: unknown[]) => {
      const sent = await Promise.all(args.map((arg) => toValue(arg, tf, asArgument)))
      return fromValue(await ask({ op: 'invoke', handle: id, args: sent }), tf, asArgument)
    }
    revived.set(call, { type: 'handle', kind, id })
    return call
  },
}
