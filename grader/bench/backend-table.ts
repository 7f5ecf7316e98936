import { type ContenderName, contenders } from './contenders.ts'
import { type WorkloadName, workloads } from './workloads.ts'

export type Measured =
  | {
      /** Median milliseconds of a step, round by round. */
      readonly ms: readonly number[]
      readonly median: number
      /** To wasm with the training kernels. */
      readonly ratio: number
      readonly loss: number
    }
  | { readonly why: string }

export type Measurements = Partial<Record<WorkloadName, Partial<Record<ContenderName, Measured>>>>

export interface Facts {
  readonly node: string
  readonly machine: string
  readonly batch: number
  readonly rounds: number
}

const WIDTH = 20

/** The measurements as a table for a terminal: medians, then ratios, then why a cell is empty. */
export function backendTable(facts: Facts, measurements: Measurements): string {
  const columns = Object.entries(contenders)
  const rows = Object.entries(workloads)
  const cell = (workload: string, contender: string): Measured | undefined =>
    new Map(Object.entries(new Map(Object.entries(measurements)).get(workload) ?? {})).get(
      contender,
    )
  const line = (first: string, cells: readonly string[]) =>
    `${first.padEnd(30)}${cells.map((text) => text.padStart(WIDTH)).join('')}`.trimEnd()
  const body = rows.map(([name, { title }]) =>
    line(
      title,
      columns.map(([column]) => inCell(cell(name, column))),
    ),
  )
  const reasons = columns.flatMap(([column, contender]) => {
    const why = rows.flatMap(([name, { title }]) => {
      const measured = cell(name, column)
      return measured !== undefined && 'why' in measured ? [{ title, why: measured.why }] : []
    })
    return [...Map.groupBy(why, (reason) => reason.why)].map(
      ([reason, titles]) =>
        `${contender.title}: ${reason} (${titles.map(({ title }) => title).join(', ')})`,
    )
  })
  return [
    `Training, batch ${facts.batch}: milliseconds a step (x wasm + kernels),`,
    `medians of ${facts.rounds} rounds in turn. Node ${facts.node}, ${facts.machine}.`,
    '',
    line(
      '',
      columns.map(([, { title }]) => title),
    ),
    ...body,
    ...(reasons.length > 0 ? ['', 'Not measured:', ...reasons.map((reason) => `  ${reason}`)] : []),
    '',
  ].join('\n')
}

function inCell(measured: Measured | undefined): string {
  if (measured === undefined || 'why' in measured) return '-'
  const { median, ratio } = measured
  return `${median.toFixed(median < 100 ? 1 : 0)} (${ratio.toFixed(ratio < 10 ? 2 : 0)})`
}
