import type { Language } from '../model/lab.ts'
import type { Measured } from '../model/outcome.ts'

const SMALL = 1e-4
const LARGE = 1e7
const MAX_DIGITS = 9

/** Points, counts, seconds: at most two decimals, as the language writes them. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)
}

/** A measured value with the given significant digits; `3e-7` when it is tiny or huge. */
export function formatMeasured(language: Language, value: Measured, digits = 4): string {
  if (typeof value !== 'number') return value
  if (!Number.isFinite(value)) return String(value)
  const magnitude = Math.abs(value)
  const plain = new Intl.NumberFormat(language, {
    maximumSignificantDigits: digits,
    // Minus zero is zero.
    signDisplay: 'negative',
  })
  if (magnitude === 0 || (magnitude >= SMALL && magnitude < LARGE)) return plain.format(value)
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e')
  return `${plain.format(Number(mantissa))}e${Number(exponent)}`
}

/**
 * Two values with as few digits as tell them apart, at least three: `0.31` and `0.13`. Whole numbers are
 * written in full, since a count of parameters is wrong by a single one.
 */
export function formatPair(language: Language, got: Measured, want: Measured): [string, string] {
  for (let digits = 3; digits < MAX_DIGITS; digits++) {
    const pair = [inFull(language, got, digits), inFull(language, want, digits)]
    if (pair[0] !== pair[1]) return [pair[0] ?? '', pair[1] ?? '']
  }
  return [inFull(language, got, MAX_DIGITS), inFull(language, want, MAX_DIGITS)]
}

function inFull(language: Language, value: Measured, digits: number): string {
  if (!Number.isSafeInteger(value)) return formatMeasured(language, value, digits)
  return new Intl.NumberFormat(language, { signDisplay: 'negative' }).format(Number(value))
}

/** `[0, 2, "bias"]`. */
export function formatIndex(index: readonly (number | string)[]): string {
  return `[${index.map((step) => (typeof step === 'number' ? step : JSON.stringify(step))).join(', ')}]`
}

/** A moment in UTC, as the language writes it. `iso` is ISO 8601. */
export function formatMoment(language: Language, iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.valueOf())) return iso
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(moment).replaceAll(/\s/g, ' ')} UTC`
}
