import { CURVE_POINTS } from '../model/outcome.ts'
import { measured } from '../model/value-json.ts'
import { currentFrame } from './frame.ts'

/** Digits of a number that is only looked at. */
const DIGITS = 4

/**
 * Keeps a training's history for the report: `{ loss: [...], accuracy: [...] }`, a number for each epoch. It
 * comes from the submission, so nothing is judged by it, and what is no such history is left out: the first of
 * the check's trainings that has one counts.
 */
export function curve(history: unknown): void {
  const frame = currentFrame()
  if (frame.curve !== null || typeof history !== 'object' || history === null) return
  const columns = Object.entries(history)
  const loss = numbersOf(columns.find(([name]) => name === 'loss')?.[1])
  if (loss === null || loss.length === 0) return
  const [metric, values] = columns.find(([name, list]) => isMetric(name, list, loss.length)) ?? []
  const second = numbersOf(values)
  const kept = evenly(loss.length)
  frame.curve = {
    metric: second === null ? null : (metric ?? null),
    points: kept.map((epoch) => ({
      epoch: epoch + 1,
      loss: rounded(loss[epoch]),
      metric: second === null ? null : rounded(second[epoch]),
    })),
  }
}

/** A name is shown to people: letters only. */
function isMetric(name: string, list: unknown, length: number): boolean {
  return (
    name !== 'loss' &&
    /^[A-Za-z][A-Za-z0-9]{0,19}$/.test(name) &&
    numbersOf(list)?.length === length
  )
}

function numbersOf(list: unknown): number[] | null {
  if (!Array.isArray(list)) return null
  const numbers = list.filter((each) => typeof each === 'number')
  return numbers.length === list.length ? numbers : null
}

/** Indices of at most `CURVE_POINTS` epochs, the first and the last among them. */
function evenly(count: number): number[] {
  if (count <= CURVE_POINTS) return Array.from({ length: count }, (_, i) => i)
  return Array.from({ length: CURVE_POINTS }, (_, i) =>
    Math.round((i * (count - 1)) / (CURVE_POINTS - 1)),
  )
}

function rounded(value: number | undefined) {
  return measured(Number((value ?? Number.NaN).toPrecision(DIGITS)))
}
