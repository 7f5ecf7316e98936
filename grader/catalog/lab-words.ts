import { labSchema } from '../model/lab.schema.ts'
import type { Vocabulary } from '../reading/words.ts'
import type { Advice } from '../reading/yaml-file.ts'

/** What to do about a lab.yaml that cannot be read. */
export const ADVICE: Advice = {
  missing: 'Create it, or make a new lab with: gradus new ID',
  empty: 'Write the lab in it, or make a new one with: gradus new ID',
  large: 'A lab.yaml holds a few hundred lines; move data elsewhere.',
  firstKey: 'title',
}

/** How a lab.yaml is spoken of. */
export const LAB_WORDS: Vocabulary = {
  schema: labSchema,
  whole: 'the lab',
  containers: {
    tasks: 'task',
    checks: 'check',
    misconceptions: 'misconception',
    phrases: 'phrase',
  },
  id: (kind) =>
    kind === 'task'
      ? 'Use letters, digits and single hyphens, such as "conv2d".'
      : 'Use small letters, digits and single hyphens, such as "fixed-case".',
  text: (path) =>
    path.at(-1) === 'file'
      ? [
          'a path of a TypeScript file',
          'Write a file name such as conv2d.ts, inside the folder of the solution.',
        ]
      : ['a name of an export', 'Write a name as JavaScript has them, such as conv2d.'],
}
