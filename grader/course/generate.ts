import { writeFile } from 'node:fs/promises'
import { courseSchema } from '../model/course.schema.ts'
import { compileSchema } from '../reading/compile-schema.ts'

/** Part of `npm run generate`, after a change of the course schema. A test fails when this was forgotten. */
await writeFile(
  new URL('./course-validator.generated.js', import.meta.url),
  compileSchema(courseSchema, 'course.schema.ts'),
)
