import type { CheckOutcome, End, Mismatch } from '../model/outcome.ts'
import { SubmissionFailure } from './failure.ts'
import type { Frame } from './frame.ts'
import { explainedBy, wrongStructure } from './replay.ts'

/** What vitest keeps of an error that ended a test. */
export interface TestError {
  readonly name: string
  readonly message: string
}

/**
 * Turns what happened in a test into data. An error of a spec counts as ours, unless the submission had
 * answered with another kind of value than asked for: then the spec stumbled over that.
 * @param error what ended the test early, or null.
 */
export async function conclude(frame: Frame, error: TestError | null): Promise<CheckOutcome> {
  const { end, mismatch } = await endOf(frame, error)
  const suspicious = end.kind === 'mismatch' || end.kind === 'completed'
  const replayed = suspicious ? await explainedBy(frame) : []
  return {
    task: frame.task.id,
    check: frame.check.id,
    end,
    measurements: Object.fromEntries(frame.measurements),
    mismatch: mismatch ?? frame.worst?.mismatch ?? null,
    misconceptions: [...new Set([...frame.diagnosed, ...replayed])],
    curve: frame.curve,
    seconds: (performance.now() - frame.startedAt) / 1000,
  }
}

type Ended = { readonly end: End; readonly mismatch: Mismatch | null }

async function endOf(frame: Frame, error: TestError | null): Promise<Ended> {
  if (error === null) return { end: { kind: 'completed' }, mismatch: null }
  const { name, message } = error
  const raised = frame.raised.find((mine) => mine.name === name && mine.message === message)
  if (raised instanceof SubmissionFailure) return { end: raised.failure, mismatch: null }
  if (raised !== undefined) return { end: { kind: 'mismatch' }, mismatch: raised.mismatch }
  const noted = frame.claims.findLast((each) => each.name === name && each.message === message)
  if (noted !== undefined || name === 'AssertionError') {
    const claim = noted?.claim ?? null
    return { end: { kind: 'mismatch' }, mismatch: { kind: 'assertion', message, claim } }
  }
  const structure = await wrongStructure(frame)
  if (structure !== null) return { end: { kind: 'mismatch' }, mismatch: structure }
  const place = `${frame.task.id}/${frame.check.id}`
  return { end: { kind: 'fault', message: `${place}: ${name}: ${message}` }, mismatch: null }
}
