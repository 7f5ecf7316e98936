import type { Language, Visibility } from '../model/lab.ts'
import type { Verdict } from '../model/scorecard.ts'

export type Audience = 'student' | 'instructor'

/** Text that the submission, or whoever sent it, may have chosen: shown inside `code` or `pre`, never bare. */
export interface Untrusted {
  readonly untrusted: string
}

/** A piece of a sentence. `text` is ours or the instructor's; `code` is an identifier of the lab. */
export type Span = { readonly text: string } | { readonly code: string } | Untrusted

export type Sentence = readonly Span[]

/** What became of a task, over the checks that may be shown. */
export type Status =
  | 'done'
  | 'partial'
  | 'none'
  | 'not-started'
  | 'fault'
  | 'withheld'
  | 'elsewhere'

/** A report as plain data: every word and number ready to show, in one language, for one audience. */
export interface ReportView {
  readonly language: Language
  readonly audience: Audience
  /** Id of the lab. */
  readonly lab: string
  readonly title: Sentence
  readonly score: ScoreView
  /** Which push of a pull request is marked, where that is not plainly this one. */
  readonly counts: Sentence
  /** What makes the total less than final. */
  readonly warnings: readonly Notice[]
  /** Why nothing was graded. */
  readonly objections: readonly Notice[]
  /** What the total leaves out. */
  readonly notices: readonly Notice[]
  readonly next: Sentence
  readonly tasks: readonly TaskView[]
  /** What a shortened view leaves out; empty when it is whole. */
  readonly omittedText: string
  readonly about: readonly Fact[]
  readonly labels: Labels
}

export interface ScoreView {
  /** Of the shown checks. */
  readonly points: number
  readonly maxPoints: number
  /** `47 / 100`. */
  readonly fraction: string
  /** `47 / 100 points`, with what makes it less than the whole truth. */
  readonly headline: string
  /** A number from 0 to 100 as CSS writes it. */
  readonly percent: string
  /** The same as 20 characters. */
  readonly bar: string
  /** `+12 points since the last push`; empty where nothing came before. */
  readonly changeText: string
  /** True after a fault: the number must not read as final. */
  readonly provisional: boolean
}

export interface Notice {
  readonly text: Sentence
}

export interface TaskView {
  readonly name: Sentence
  readonly title: Sentence
  readonly status: Status
  readonly statusText: string
  readonly fraction: string
  readonly percent: string
  /** Time of the checks whose time may be told. */
  readonly time: string
  /** What holds for the task as a whole: not started, does not load. */
  readonly note: Explanation | null
  /** Checks that did not pass and need a word of their own: none when the note says it all. */
  readonly explained: readonly ShownCheck[]
  readonly withheld: readonly WithheldCheck[]
  /** The others: those that passed, and those of which the note tells. */
  readonly listed: readonly ShownCheck[]
  /** Whether it deserves a look at once. */
  readonly open: boolean
  /** `2 checks to mend`, faults of ours aside; empty when there are none. */
  readonly failedText: string
}

export interface Explanation {
  readonly what: Sentence
  /** Text of others, over several lines perhaps. */
  readonly detail: Untrusted | null
  /** `src/conv2d.ts:21`. */
  readonly where: Sentence | null
}

export interface ShownCheck {
  readonly name: Sentence
  readonly visibility: Visibility
  readonly visibilityText: string
  readonly verdict: Verdict
  readonly verdictText: string
  readonly fraction: string
  /** Points lost, to order checks by. */
  readonly lost: number
  readonly explanation: Explanation | null
  readonly hint: Sentence | null
  readonly misconception: Sentence | null
  readonly curve: CurveView | null
  /** Instructors only; empty for students. */
  readonly measured: readonly Fact[]
}

/** A training's history, as the submission tells it. */
export interface CurveView {
  readonly curveLabel: string
  /** The loss as a row of bars: `█▅▃▂▁`. */
  readonly bars: string
  readonly curveText: Sentence
  /** Points of a line in a box of 240 by 56, the origin at the upper left. */
  readonly lossLine: string
  /** The same for the metric; empty when there is none. */
  readonly metricLine: string
  /** The loss and, if there is one, the metric, where GitHub draws them. */
  readonly charts: readonly ChartView[]
  readonly chartLabel: string
}

/** A line in a Mermaid `xychart`: words of ours, and decimal numbers without exponents. */
export interface ChartView {
  readonly chartTitle: string
  readonly epochLabel: string
  readonly firstEpoch: string
  readonly lastEpoch: string
  readonly low: string
  readonly high: string
  /** `2.3, 1.1, 0.4`. */
  readonly values: string
}

export interface WithheldCheck {
  readonly name: Sentence
  readonly what: Sentence
}

export interface Fact {
  readonly label: string
  readonly value: Sentence
}

/** The fixed words of the page. */
export interface Labels {
  readonly reportLabel: string
  readonly overviewLabel: string
  readonly nextLabel: string
  readonly hintLabel: string
  readonly countsLabel: string
  readonly causeLabel: string
  readonly whereLabel: string
  readonly taskLabel: string
  readonly pointsLabel: string
  readonly resultLabel: string
  readonly timeLabel: string
  readonly passedLabel: string
  readonly measuredLabel: string
  readonly checksLabel: string
  readonly detailsLabel: string
}
