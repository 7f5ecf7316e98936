import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { fromValue, type Handles, toValue } from '../model/convert.ts'
import type { Misconception } from '../model/lab.ts'
import type { Mismatch } from '../model/outcome.ts'
import type { Value } from '../model/value.ts'
import { compare } from './compare.ts'
import type { Exchange, Frame } from './frame.ts'
import { freshTensors } from './fresh-tensors.ts'
import { importModule } from './modules.ts'
import { answerOfSolution, handlesByKind, noHandles, type WithSolution } from './reference.ts'

/**
 * How close two answers must be to count as the same, relative to the largest element. Two right ways to
 * compute one thing differ by less than 1e-5 in float32; two misconceptions by more than 1e-2.
 */
const SAME = 1e-4

/** What a replay needs of a frame. */
interface Replay extends WithSolution {
  readonly settings: WithSolution['settings'] & Pick<Frame['settings'], 'misconceptionsDir'>
  readonly task: { readonly misconceptions: readonly Pick<Misconception, 'id'>[] }
  readonly exchanges: readonly Exchange[]
}

/**
 * Misconceptions of the running task that explain *all* answers of the submission: put the same questions
 * to each and compare. At least one answer must also be wrong, or nothing needs explaining. The gate does
 * not depend on the lab's tolerance, so that a new tolerance needs no new run.
 */
export async function explainedBy(frame: Replay): Promise<string[]> {
  const { misconceptionsDir, solutionDir } = frame.settings
  if (misconceptionsDir === null || solutionDir === null) return []
  const wrong = await wrongAnswers(frame)
  if (wrong.length === 0) return []
  const found: string[] = []
  for (const { id } of frame.task.misconceptions) {
    const path = join(misconceptionsDir, `${id}.ts`)
    if (await explains(path, wrong)) found.push(id)
  }
  return found
}

/** A first answer of another kind than the solution's: a wrong answer that a spec may stumble over. */
export async function wrongStructure(frame: Replay): Promise<Mismatch | null> {
  if (frame.settings.solutionDir === null) return null
  for (const exchange of replayable(frame)) {
    const ask = (args: unknown[]) => answerOfSolution(frame, exchange.name, args)
    const want = await answerTo(exchange, ask, handlesByKind)
    if (want === null) continue
    const comparison = compare(exchange.answer, want)
    if (comparison.kind !== 'mismatch') continue
    const { mismatch } = comparison
    const isKind = mismatch.kind === 'structure'
    // A training may end after fewer epochs than the solution's and be as right.
    const isSize = (mismatch.kind === 'shape' || mismatch.kind === 'dtype') && !holdsHandle(want)
    if (isKind || isSize) return { kind: 'structure', got: mismatch.got, want: mismatch.want }
  }
  return null
}

interface Wrong {
  readonly exchange: Exchange
  readonly isWrong: boolean
}

/** Every exchange that may be explained, marked; empty when no answer is wrong that can be. */
async function wrongAnswers(frame: Replay): Promise<readonly Wrong[]> {
  const isWrong = async (exchange: Exchange) => {
    const ask = (args: unknown[]) => answerOfSolution(frame, exchange.name, args)
    const want = await answerTo(exchange, ask, noHandles)
    return want !== null && !same(exchange.answer, want)
  }
  const marked = async (exchanges: readonly Exchange[]) => {
    const each: Wrong[] = []
    for (const exchange of exchanges) each.push({ exchange, isWrong: await isWrong(exchange) })
    return each
  }
  const exchanges = replayable(frame).filter(({ answer }) => answer.type !== 'handle')
  const data = await marked(exchanges.filter(({ answer }) => !holdsHandle(answer)))
  if (!data.some((each) => each.isWrong)) return []
  // Most are trainings, which take long: only where it matters.
  return [...data, ...(await marked(exchanges.filter(({ answer }) => holdsHandle(answer))))]
}

async function explains(path: string, answers: readonly Wrong[]): Promise<boolean> {
  const misconception = await importModule(path)
  let explained = 0
  for (const { exchange, isWrong } of answers) {
    // Other exports of the task stay as the solution has them.
    if (!misconception.has(exchange.name)) {
      if (isWrong) return false
      continue
    }
    if (holdsHandle(exchange.answer)) return false
    const ask = (args: unknown[]) => misconception.call(exchange.name, args)
    const guess = await answerTo(exchange, ask, noHandles)
    if (guess === null || !same(exchange.answer, guess)) return false
    if (isWrong) explained += 1
  }
  return explained > 0
}

function replayable({ exchanges }: Replay): readonly Exchange[] {
  return exchanges.filter(({ args }) => args !== null)
}

/** No misconception's answer compares with such a one: to ask for it would be a training for nothing. */
function holdsHandle(value: Value): boolean {
  switch (value.type) {
    case 'handle':
      return true
    case 'array':
      return value.items.some(holdsHandle)
    case 'record':
      return value.entries.some(([, item]) => holdsHandle(item))
    default:
      return false
  }
}

/** What a trusted function answers to the same question, or null when it throws or answers with what may not cross. */
async function answerTo(
  { args }: Exchange,
  ask: (args: unknown[]) => Promise<unknown>,
  handles: Handles,
): Promise<Value | null> {
  if (args === null) return null
  try {
    const fresh = args.map((arg) => fromValue(arg, freshTensors, noHandles))
    return await toValue(await ask(fresh), tf, handles)
  } catch {
    return null
  }
}

/**
 * Tensors are compared as a whole, plain numbers one by one: among counts of parameters a total in the
 * millions must not hide a wrong height.
 */
export function same(a: Value, b: Value): boolean {
  if (a.type === 'number' && b.type === 'number') return close(a.value, b.value)
  if (a.type === 'numbers' && b.type === 'numbers') {
    return a.data.length === b.data.length && a.data.every((x, i) => close(x, b.data[i]))
  }
  if (a.type === 'array' && b.type === 'array') {
    return a.items.length === b.items.length && a.items.every((x, i) => sameItem(x, b.items[i]))
  }
  if (a.type === 'record' && b.type === 'record') {
    const others = new Map(b.entries)
    return (
      a.entries.length === others.size &&
      a.entries.every(([key, item]) => sameItem(item, others.get(key)))
    )
  }
  const comparison = compare(a, b)
  return comparison.kind === 'measured' && comparison.maxRelativeError <= SAME
}

function sameItem(a: Value, b: Value | undefined): boolean {
  return b !== undefined && same(a, b)
}

/** Below 1 absolute, above relative: a sum that cancels keeps the noise of its terms. */
function close(x: number, y = Number.NaN): boolean {
  return Object.is(x, y) || Math.abs(x - y) <= SAME * Math.max(1, Math.abs(y))
}
