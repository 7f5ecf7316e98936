import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { labSchema } from '../model/lab.schema.ts'

const HEADER = `// Made by "npm run generate" from grader/model/lab.schema.ts; do not edit.
// Compiled ahead because ajv needs as long to load and compile as a lab to be read and checked.
`

/** The text of `lab-validator.generated.js`: the lab schema as a function, by ajv. */
export function compileLabSchema(): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  })
  return HEADER + standalone.default(ajv, ajv.compile(labSchema))
}
