import { InputError } from '../model/issue.ts'

/** Throws the one thing that is wrong with a file, a folder or an address, and what to do. */
export function refuse(file: string, what: string, next: string): never {
  throw new InputError([{ file, line: null, column: null, what, next }])
}
