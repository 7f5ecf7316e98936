import type { Check, Task } from '../model/lab.ts'
import type { Curve, Measured, Mismatch } from '../model/outcome.ts'
import type { Context, Transport, Value } from '../model/value.ts'
import type { JsonValue } from '../model/value-json.ts'
import type { Noted } from './claims.ts'
import type { MismatchError, SubmissionFailure } from './failure.ts'
import type { CheckSeeds, KitSettings } from './settings.ts'
import type { Uniform } from './sfc32.ts'

/** One question to the submission and its answer, kept to be replayed on misconceptions. */
export interface Exchange {
  readonly name: string
  /** Held objects stand here by value. Null when an argument cannot be replayed (a function of the submission's). */
  readonly args: readonly Value[] | null
  readonly answer: Value
}

/** Everything that belongs to the check that is running. */
export interface Frame {
  readonly settings: KitSettings
  readonly task: Task
  readonly check: Check
  readonly transport: Transport
  readonly seeds: CheckSeeds
  /** Of the training that runs, where a check trains: what follows as well. */
  runSeeds: CheckSeeds
  context: Context
  uniform: Uniform
  readonly startedAt: number
  readonly exchanges: Exchange[]
  readonly measurements: Map<string, Measured[]>
  readonly diagnosed: Set<string>
  /** Evidence of the worst case so far, and how bad it was. */
  worst: {
    readonly mismatch: Mismatch
    readonly error: number
    readonly relativeError: number
  } | null
  curve: Curve | null
  /** Hears of each training that begins: its number from 1, and how many are planned. */
  readonly onRun: (run: number, planned: number) => void
  /** What the kit threw, to be found again behind vitest's serialised error. */
  readonly raised: (SubmissionFailure | MismatchError)[]
  /** Assertions of the spec that failed, to be found again in the same way. */
  readonly claims: Noted[]
  readonly recorded: JsonValue[]
  /** How many of the recorded answers were used. */
  played: number
}

let frame: Frame | null = null

export function currentFrame(): Frame {
  if (frame === null) {
    throw new Error('The kit works inside a test only: move this call into `test(...)`.')
  }
  return frame
}

export function enterFrame(next: Frame | null): void {
  frame = next
}

/** Ends the running test with an error that `conclude` recognises. */
export function raise(error: SubmissionFailure | MismatchError): never {
  currentFrame().raised.push(error)
  throw error
}
