import type { ReportView, Sentence, Untrusted } from './report-view.ts'

type Name<Key> = Key extends string ? Key : never

/** The names of all fields of a view, at any depth, whose value is a `Wanted`. */
type FieldsOf<T, Wanted> = T extends Sentence | Untrusted | string | number | boolean | null
  ? never
  : T extends readonly (infer Item)[]
    ? FieldsOf<Item, Wanted>
    : {
        [K in keyof T]:
          | (Exclude<T[K], null> extends Wanted ? Name<K> : never)
          | FieldsOf<T[K], Wanted>
      }[keyof T]

type Plain = FieldsOf<ReportView, string>
type Spoken = FieldsOf<ReportView, Sentence>
type Foreign = FieldsOf<ReportView, Untrusted>

/** One name, one kind: a template names a field without its type. */
type Only<Kind extends string, Others extends string> = Readonly<
  Record<Exclude<Kind, Others>, true> & Record<Kind & Others, never>
>

/** Fields that are words or numbers of ours: `{{field}}`. */
export const plainFields: Only<Plain, Spoken | Foreign> = {
  language: true,
  audience: true,
  lab: true,
  fraction: true,
  headline: true,
  percent: true,
  bar: true,
  changeText: true,
  status: true,
  statusText: true,
  time: true,
  failedText: true,
  visibility: true,
  visibilityText: true,
  verdict: true,
  verdictText: true,
  label: true,
  omittedText: true,
  reportLabel: true,
  overviewLabel: true,
  nextLabel: true,
  hintLabel: true,
  countsLabel: true,
  causeLabel: true,
  whereLabel: true,
  taskLabel: true,
  pointsLabel: true,
  resultLabel: true,
  timeLabel: true,
  passedLabel: true,
  measuredLabel: true,
  curveLabel: true,
  bars: true,
  lossLine: true,
  metricLine: true,
  chartLabel: true,
  chartTitle: true,
  epochLabel: true,
  firstEpoch: true,
  lastEpoch: true,
  low: true,
  high: true,
  values: true,
  checksLabel: true,
  detailsLabel: true,
}

/** Fields that are sentences, and may hold text of others: `{{html field}}` or `{{inline field}}`. */
export const sentenceFields: Only<Spoken, Plain | Foreign> = {
  title: true,
  text: true,
  next: true,
  counts: true,
  name: true,
  what: true,
  where: true,
  hint: true,
  misconception: true,
  curveText: true,
  value: true,
}

/** Fields that are text of others: `{{pre field}}`. */
export const untrustedFields: Only<Foreign, Plain | Spoken> = { detail: true }
