import { InputError, type Issue, spelt } from '../model/issue.ts'

/** A thing about a submission that the person who named it can mend. */
export function problem(file: string, what: string, next: string): InputError {
  return new InputError([issue(file, what, next)])
}

/** The host or the way to it is to blame, not what was asked for. */
export class Unreachable extends InputError {}

export function issue(file: string, what: string, next: string): Issue {
  return { file: spelt(file), line: null, column: null, what, next }
}
