/** Something that keeps a lab from grading fairly: which rule it breaks, and what to look at. */
export interface Finding {
  readonly rule: Rule
  /** The check, misconception or folder it is about. */
  readonly about: string
  readonly what: string
}

/** What `gradus verify` proves of a lab, in the order in which it is shown. */
export const RULES = {
  generated: 'what is generated from the solution is current',
  oracle: 'each task of the solution agrees with its independent oracle',
  solution: 'the solution gets every point',
  accepted: 'every other right solution gets every point',
  starter: 'the starter gets no point',
  misconceptions: 'every misconception loses its task and is named',
  witnesses: 'every check is failed by a wrong answer',
  tolerances: 'no tolerance lets a coarse answer pass',
  thresholds: 'every threshold is calibrated, and no higher than right solutions reach',
  predictors: 'no lazy predictor gets a point of a threshold',
} as const

export type Rule = keyof typeof RULES

/** Rules that say nothing where nothing is trained. */
export const TRAINING_RULES: readonly string[] = ['thresholds', 'predictors']
