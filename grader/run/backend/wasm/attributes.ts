import type { Attributes } from './tensorflow.ts'

/** Kernel attributes come untyped from the tape; these read one or say which is not as it should be. */
export function flag(attributes: Attributes, name: string): boolean {
  const value = attributes[name]
  if (typeof value === 'boolean') return value
  throw wrong(name, 'true or false', value)
}

export function text(attributes: Attributes, name: string): string {
  const value = attributes[name]
  if (typeof value === 'string') return value
  throw wrong(name, 'a string', value)
}

export function number(attributes: Attributes, name: string): number {
  const value = attributes[name]
  if (typeof value === 'number') return value
  throw wrong(name, 'a number', value)
}

export function wrong(name: string, wanted: string, got: unknown): TypeError {
  return new TypeError(`kernel attribute "${name}" should be ${wanted}, got ${JSON.stringify(got)}`)
}
