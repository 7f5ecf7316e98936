import type { Value } from '../model/value.ts'
import type { Distortion } from './settings.ts'

/** Spoils every number of a right answer; structure, shape and dtype stay. */
export function distort(value: Value, distortion: Distortion): Value {
  const spoil = SPOILERS[distortion]
  switch (value.type) {
    case 'number':
      return { type: 'number', value: spoil(value.value) }
    case 'numbers':
      return { type: 'numbers', data: value.data.map(spoil) }
    case 'bytes':
      return { type: 'bytes', data: value.data.map(spoil) }
    case 'tensor':
      return { ...value, data: value.data.map(spoil) }
    case 'array':
      return { type: 'array', items: value.items.map((item) => distort(item, distortion)) }
    case 'record': {
      const entries = value.entries.map(([key, item]) => [key, distort(item, distortion)] as const)
      return { type: 'record', entries }
    }
    default:
      return value
  }
}

const SPOILERS: Readonly<Record<Distortion, (x: number) => number>> = {
  zeros: () => 0,
  /** Plausible for probabilities and activations alike. */
  constant: () => 0.5,
  nan: () => Number.NaN,
  float16: (x) => halfPrecision(x),
}

/** Rounds to 11 significant bits, as IEEE 754 binary16 does for numbers in its normal range. */
function halfPrecision(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(x))) - 10)
  return Math.round(x / unit) * unit
}
