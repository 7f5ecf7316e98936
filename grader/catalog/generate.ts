import { writeFile } from 'node:fs/promises'
import { labSchema } from '../model/lab.schema.ts'
import { compileSchema } from '../reading/compile-schema.ts'

/** Part of `npm run generate`, after a change of the lab schema. A test fails when this was forgotten. */
await writeFile(
  new URL('./lab-validator.generated.js', import.meta.url),
  compileSchema(labSchema, 'lab.schema.ts'),
)
