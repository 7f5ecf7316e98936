import type { ErrorObject } from 'ajv'
import type { RawLab } from '../model/lab.schema.ts'

/** True for data of the lab schema; else `errors` holds every error. */
declare const validate: {
  (data: unknown): data is RawLab
  errors?: ErrorObject[] | null
}

export default validate
