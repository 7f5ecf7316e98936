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

/** One number for both axes, or one for each: strides, dilations, window sizes. */
export function pair(attributes: Attributes, name: string): [number, number] {
  const value = attributes[name]
  if (typeof value === 'number') return [value, value]
  const [first, second] = numbers(attributes, name)
  if (first !== undefined && second !== undefined) return [first, second]
  throw wrong(name, 'a number or a pair', value)
}

/** Steps between the elements that a filter takes; the layers give null for none left out. */
export function dilations(attributes: Attributes): [number, number] {
  const value: unknown = attributes['dilations']
  return value === undefined || value === null ? [1, 1] : pair(attributes, 'dilations')
}

/** One number for three axes, or one for each. */
export function triple(attributes: Attributes, name: string): [number, number, number] {
  const value = attributes[name]
  if (typeof value === 'number') return [value, value, value]
  const [first, second, third] = numbers(attributes, name)
  if (first !== undefined && second !== undefined && third !== undefined) {
    return [first, second, third]
  }
  throw wrong(name, 'a number or three', value)
}

export function numbers(attributes: Attributes, name: string): number[] {
  const value: unknown = attributes[name]
  if (isNumbers(value)) return value
  throw wrong(name, 'an array of numbers', value)
}

/** A convolution's padding: `same`, `valid`, one number, or `[[0, 0], [top, bottom], [left, right], [0, 0]]`. */
export function padding(attributes: Attributes): Padding {
  const { pad: value }: Record<string, unknown> = attributes
  if (value === 'same' || value === 'valid' || typeof value === 'number') return value
  if (Array.isArray(value)) {
    const [batch, rows, columns, channels] = value.map((side: unknown) => sides(side))
    if (batch && rows && columns && channels) return [batch, rows, columns, channels]
  }
  throw wrong('pad', 'same, valid, a number or four pairs', value)
}

export type Padding = 'same' | 'valid' | number | [Sides, Sides, Sides, Sides]
type Sides = [number, number]

/** How an output size that is not whole is rounded; absent means towards zero. */
export function rounding(attributes: Attributes): 'floor' | 'round' | 'ceil' | undefined {
  const { dimRoundingMode: value }: Record<string, unknown> = attributes
  if (value === undefined || value === null) return undefined
  if (value === 'floor' || value === 'round' || value === 'ceil') return value
  throw wrong('dimRoundingMode', 'floor, round or ceil', value)
}

function sides(value: unknown): Sides | undefined {
  if (!isNumbers(value)) return undefined
  const [before, after] = value
  return before === undefined || after === undefined ? undefined : [before, after]
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}

function wrong(name: string, wanted: string, got: unknown): TypeError {
  return new TypeError(`kernel attribute "${name}" should be ${wanted}, got ${JSON.stringify(got)}`)
}
