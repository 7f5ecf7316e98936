import * as tf from '@tensorflow/tfjs'
import { fromValue, type Handles, type HandleValue, toValue } from '../model/convert.ts'
import type { Request, Value } from '../model/value.ts'
import { SubmissionFailure } from './failure.ts'
import { currentFrame, raise } from './frame.ts'
import { answerOfReference } from './reference.ts'

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

type Arguments<A extends readonly unknown[]> = { [I in keyof A]: A[I] | Held<A[I]> }

/** What a call gives: functions that the submission returned can be called in the same way. */
type Asked<R> = R extends (...args: infer A) => infer S
  ? (...args: Arguments<A>) => Promise<Asked<Awaited<S>>>
  : R

/** A module's functions as a spec calls them: everything is asked for, so everything is a promise. */
export type Remote<T> = {
  readonly [K in keyof T as T[K] extends Callable ? K : never]: T[K] extends (
    ...args: infer A
  ) => infer R
    ? (...args: Arguments<A>) => Promise<Asked<Awaited<R>>>
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
  const plain = replayed.some((arg) => typeof arg === 'function')
    ? null
    : await Promise.all(replayed.map((arg) => toValue(arg, tf, asArgument)))
  const answer = await ask({ op: 'call', file, name, args: sent })
  exchanges.push({ name, args: plain, answer })
  return fromValue(answer, tf, asArgument)
}

async function ask(request: Request): Promise<Value> {
  const { transport, context } = currentFrame()
  const reply = await transport.request(request, context)
  if (!reply.ok) raise(new SubmissionFailure(reply.failure))
  return reply.value
}

/** Functions of the submission, so that they can be handed back to it. */
const revived = new WeakMap<object, HandleValue>()

/** How a spec's objects cross: only what the submission itself issued goes back as a handle. */
const asArgument: Handles = {
  toHandle(subject) {
    if (subject instanceof Held) return { type: 'handle', kind: 'held', id: subject.handle }
    const handle = revived.get(subject)
    if (handle !== undefined) return handle
    if (typeof subject === 'function') {
      throw new TypeError('A function of the spec cannot go to a submission; pass a name or data.')
    }
    return null
  },
  fromHandle(kind, id) {
    const call = async (...args: unknown[]) => {
      const sent = await Promise.all(args.map((arg) => toValue(arg, tf, asArgument)))
      return fromValue(await ask({ op: 'invoke', handle: id, args: sent }), tf, asArgument)
    }
    revived.set(call, { type: 'handle', kind, id })
    return call
  },
}
