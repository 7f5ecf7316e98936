import type { Catalogue } from './catalogue.ts'
import type { ChartView } from './report-view.ts'

/** Digits of a number that is only looked at. */
const DIGITS = 4
/** Mermaid reads no exponents, and from here on no number is written without. */
const LARGEST = 1e21

/**
 * A line over epochs as Mermaid's `xychart` takes it. It knows no gaps: the longest run of numbers is drawn.
 * Null where that is no line, or its numbers cannot be written.
 */
export function viewChart(
  kind: 'loss' | 'metric',
  epochs: readonly number[],
  values: readonly number[],
  words: Catalogue,
): ChartView | null {
  const { from, to } = longestRun(values.map((value) => Math.abs(value) < LARGEST))
  const drawn = values.slice(from, to)
  const [first, last] = [epochs[from], epochs[to - 1]]
  if (drawn.length < 2 || !isAxis(first, last)) return null
  const [low, high] = [Math.min(0, ...drawn), Math.max(...drawn)]
  return {
    chartTitle: words.word(`chart.${kind}`),
    epochLabel: words.word('chart.epoch'),
    firstEpoch: String(first),
    lastEpoch: String(last),
    low: decimal(low),
    high: decimal(kind === 'metric' && high <= 1 ? 1 : high > low ? high : low + 1),
    values: drawn.map(decimal).join(', '),
  }
}

function isAxis(first: number | undefined, last: number | undefined): first is number {
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && Number(first) < Number(last)
}

/** `to` is the index after the last. */
function longestRun(holds: readonly boolean[]): { readonly from: number; readonly to: number } {
  let [best, from] = [{ from: 0, to: 0 }, 0]
  for (const [index, each] of holds.entries()) {
    if (!each) from = index + 1
    else if (index + 1 - from > best.to - best.from) best = { from, to: index + 1 }
  }
  return best
}

/** `0.0000012`, where `String` would write `1.2e-6`. */
function decimal(value: number): string {
  if (value === 0) return '0'
  const places = DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)))
  const text = value.toFixed(Math.min(100, Math.max(0, places)))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
