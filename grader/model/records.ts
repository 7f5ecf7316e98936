import { createRequire } from 'node:module'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { calibrationSchema } from './calibration.schema.ts'
import type { Calibration } from './calibration.ts'
import { outcomeSchema } from './outcome.schema.ts'
import type { Outcome } from './outcome.ts'
import { planSchema, pullHistorySchema, pullResultSchema } from './pulls.schema.ts'
import type { PullHistory, PullPlan, PullResult } from './pulls.ts'
import { scorecardSchema } from './scorecard.schema.ts'
import type { Scorecard } from './scorecard.ts'

export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  /** A phrase for each thing that is wrong: `/checks/0/end must be object`. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** Whether data is an outcome, whole and without fields that outcomes do not have. */
export const validateOutcome = validator<Outcome>(outcomeSchema)

/** Whether data is a scorecard, whole and without fields that scorecards do not have. */
export const validateScorecard = validator<Scorecard>(scorecardSchema)

/** Whether data is a calibration, whole and without fields that calibrations do not have. */
export const validateCalibration = validator<Calibration>(calibrationSchema)

/** Whether data is a plan of what to grade on GitHub. */
export const validatePlan = validator<PullPlan>(planSchema)

/** Whether data is what came of a planned pull request; its points may still be made up. */
export const validatePullResult = validator<PullResult>(pullResultSchema)

/** Whether data is what we remember of a pull request. */
export const validatePullHistory = validator<PullHistory>(pullHistorySchema)

/** The schema is compiled, and ajv loaded, when the first record is read: most commands read none. */
function validator<T>(schema: object): (data: unknown) => Validated<T> {
  let compiled: ValidateFunction<T> | null = null
  return (data) => {
    compiled ??= compile<T>(schema)
    if (compiled(data)) return { ok: true, value: data }
    return { ok: false, problems: problems(compiled.errors ?? []) }
  }
}

function compile<T>(schema: object): ValidateFunction<T> {
  const require = createRequire(import.meta.url)
  const { Ajv }: typeof import('ajv') = require('ajv')
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile<T>(schema)
}

function problems(errors: readonly ErrorObject[]): string[] {
  const phrases = errors.map(({ instancePath, keyword, message, params }) => {
    const extra = keyword === 'additionalProperties' ? `: ${params['additionalProperty']}` : ''
    return `${instancePath || 'the record'} ${message ?? keyword}${extra}`
  })
  return [...new Set(phrases)]
}
