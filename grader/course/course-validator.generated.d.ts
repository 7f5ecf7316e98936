import type { ErrorObject } from 'ajv'
import type { RawCourse } from '../model/course.schema.ts'

/** True for data of the course schema; else `errors` holds every error. */
declare const validate: {
  (data: unknown): data is RawCourse
  errors?: ErrorObject[] | null
}

export default validate
