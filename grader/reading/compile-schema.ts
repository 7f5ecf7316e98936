import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'

/**
 * The text of a `*-validator.generated.js`: a schema as a function, by ajv.
 * @param name the file of the schema, for the header
 */
export function compileSchema(schema: object, name: string): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
  })
  return header(name) + standalone.default(ajv, ajv.compile(schema))
}

function header(name: string): string {
  return `// Made by "npm run generate" from grader/model/${name}; do not edit.
// Compiled ahead because ajv needs as long to load and compile as a lab to be read and checked.
`
}
