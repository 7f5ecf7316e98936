import { InputError, type Issue } from '../model/issue.ts'

/** A thing about a submission that the person who named it can mend. */
export function problem(file: string, what: string, next: string): InputError {
  return new InputError([issue(file, what, next)])
}

/** The host or the way to it is to blame, not what was asked for. */
export class Unreachable extends InputError {}

export function issue(file: string, what: string, next: string): Issue {
  return { file: visible(file), line: null, column: null, what, next }
}

/** Control and invisible characters spelt out: a file name must not paint on the terminal. */
export function visible(text: string): string {
  return text.replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
