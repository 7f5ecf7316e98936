import type { Mismatch } from '../model/outcome.ts'
import type { Failure } from '../model/value.ts'

/** The submission gave no value: it crashed, ran into a limit, is not started, or we failed. */
export class SubmissionFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failureText(failure))
    this.name = 'SubmissionFailure'
    this.failure = failure
  }
}

/** The submission's value is wrong under every tolerance. */
export class MismatchError extends Error {
  readonly mismatch: Mismatch
  constructor(mismatch: Mismatch) {
    super(mismatchText(mismatch))
    this.name = 'MismatchError'
    this.mismatch = mismatch
  }
}

function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'not-started':
      return 'not started: the stub still throws its TODO'
    case 'crash':
    case 'fault':
      return failure.message
    case 'limit':
      return `${failure.limit} limit of ${failure.bound} ${failure.unit} reached`
  }
}

function mismatchText(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case 'nan':
      return `got ${mismatch.got} at [${mismatch.index.join(', ')}], want ${mismatch.want}`
    case 'values':
      return 'values differ'
    case 'assertion':
      return mismatch.message
    default:
      return `got ${mismatch.got}, want ${mismatch.want}`
  }
}
