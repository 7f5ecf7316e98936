import { writeFile } from 'node:fs/promises'
import { compileLabSchema } from './compile-schema.ts'

/** `npm run generate`, after a change of the lab schema. A test fails when this was forgotten. */
await writeFile(new URL('./lab-validator.generated.js', import.meta.url), compileLabSchema())
