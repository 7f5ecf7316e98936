import type { CalibratedCheck, Calibration, Runs } from '../model/calibration.ts'
import { MISS_RATE, runsNeeded } from './bound.ts'

/** Digits that tell one training run from another. */
const DIGITS = 4

const HEAD = ['', 'runs', 'diverged', 'mean', 'std', 'worst', 'bound', 'missed at most'] as const

/** The distributions and bounds of a calibration, for people. */
export function calibrationTable(calibration: Calibration): string {
  const { lab, backend, data, checks } = calibration
  const on = data === null ? '' : `, data set ${data.name} ${data.sha256.slice(0, 8)}`
  return [
    `${lab} on ${backend.id} ${backend.version} (${backend.device})${on}`,
    ...checks.map(checkTable),
  ].join('\n\n')
}

function checkTable(check: CalibratedCheck): string {
  const { task, measure, rule, seeds, full, solutions } = check
  const rows = [HEAD, ...solutions.map(row)]
  const widths = HEAD.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)))
  const lines = rows.map((cells) => {
    const padded = cells.map((cell, i) => {
      const width = widths[i] ?? 0
      return i === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    return `  ${padded.join('  ')}`.trimEnd()
  })
  const statistic = rule === 'median' ? `median of ${seeds}` : `best of ${seeds}`
  return [
    `${task}/${check.check}: ${measure}, ${statistic}, full marks at ${full}`,
    ...lines,
    `  ${conclusion(check)}`,
  ].join('\n')
}

function row({ name, summary }: Runs): readonly string[] {
  const { runs, diverged, mean, std, worst, bound, missRate, method } = summary
  const mark = method === 'normal tolerance limit' ? ' *' : ''
  const figures = [mean, std, worst, bound].map((value) => {
    return value === null ? '-' : String(Number(value.toPrecision(DIGITS)))
  })
  return [name, String(runs), String(diverged), ...figures, `${share(missRate)}${mark}`]
}

function conclusion(check: CalibratedCheck): string {
  const { bound, full, missRate, solutions } = check
  const assumed = solutions.some(({ summary }) => summary.method === 'normal tolerance limit')
  const note = assumed ? ' (*: if runs are distributed normally)' : ''
  if (bound === null) {
    const diverged = Math.max(...solutions.map(({ summary }) => summary.diverged))
    return `Too few runs for a bound: each right solution needs ${runsNeeded(check, diverged)}${note}.`
  }
  if (missRate <= MISS_RATE) return `${full} is within the bound ${shown(bound)}${note}.`
  return `${full} is BEYOND the bound ${shown(bound)}: move it towards none${note}.`
}

function shown(value: number): string {
  return String(Number(value.toPrecision(DIGITS)))
}

/** `1 in 2,500`: the number rounded down, so that the share is not made to look smaller. */
function share(rate: number): string {
  if (rate > 0.5) return 'more than half'
  return rate < 1e-9 ? '1 in 1e9' : `1 in ${Math.floor(1 / rate).toLocaleString('en')}`
}
