import type { FromSchema } from 'json-schema-to-ts'

const text = { type: 'string', pattern: '\\S' } as const
const verdict = { enum: ['pass', 'fail', 'crash', 'limit', 'skip'] } as const
/** One verdict, or those that are all right: how a process dies depends on timing. */
const allowed = { anyOf: [verdict, { type: 'array', items: verdict, minItems: 1 }] } as const

const patterns = { type: 'array', items: text } as const

/** Things that git cannot keep, or keeps badly: made when the submission is put together. */
const placed = {
  type: 'object',
  properties: {
    path: text,
    symlink: { ...text, description: 'Where a symbolic link leads.' },
    text: { type: 'string', description: 'The content of a file with an odd name.' },
    fifo: { const: true, description: 'A named pipe.' },
    'sparse-gb': { type: 'number', description: 'The size of a file of holes.' },
    repeat: { type: 'string', description: 'What a source consists of, `times` times.' },
    times: { type: 'integer', minimum: 1 },
    files: { type: 'integer', description: 'A folder with that many files.' },
    depth: { type: 'integer', description: 'That many folders in one another.' },
    git: { const: true, description: 'A repository whose configuration runs a program.' },
  },
  required: ['path'],
  additionalProperties: false,
} as const

/** `attack.yaml` of one hostile submission. */
export const attackSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A hostile submission',
  type: 'object',
  properties: {
    lab: {
      enum: ['target', 'models', 'pictures'],
      description: 'The lab of the course that is attacked; target by default.',
    },
    category: { enum: ['forging', 'protocol', 'reading', 'resources', 'escape', 'repository'] },
    tries: { ...text, description: 'What it tries, in one sentence.' },
    honest: { type: 'number', description: 'The points that its honest part deserves.' },
    verdicts: {
      type: 'object',
      description:
        'By task, or by task and check: what a contained run gives. What is not named here passes.',
      additionalProperties: {
        anyOf: [...allowed.anyOf, { type: 'object', additionalProperties: allowed }],
      },
    },
    meets: {
      ...text,
      description:
        'A regular expression: what must have stopped it, in the words of its own error.',
    },
    canary: {
      type: 'array',
      description: 'The secrets that it goes for.',
      items: {
        enum: ['spec', 'labels', 'solution', 'environment', 'cwd', 'sibling', 'inputs'],
      },
    },
    'stopped-by': {
      type: 'array',
      description: 'Layers of the sandbox without which it is not contained.',
      items: { enum: ['seccomp', 'namespaces', 'rlimits', 'env', 'caps'] },
    },
    naive: { const: true, description: 'Also run against a grader that imports submissions.' },
    tools: { type: 'array', items: text, description: 'Files of attacks/tools that it uses.' },
    setup: { type: 'array', items: placed },
    forbid: {
      type: 'object',
      description: 'By kind of report: regular expressions that must match nothing in it.',
      properties: { terminal: patterns, markdown: patterns, html: patterns },
      additionalProperties: false,
    },
    seconds: {
      type: 'number',
      description: 'How long each check may take at most: what is refused must be refused soon.',
    },
    whole: { const: true, description: 'No honest files are added.' },
    'may-refuse': {
      const: true,
      description: 'The grader may refuse the submission as a whole, with a located message.',
    },
  },
  required: ['category', 'tries', 'honest'],
  additionalProperties: false,
} as const

export type RawAttack = FromSchema<typeof attackSchema>
export type Category = RawAttack['category']
export type Placed = FromSchema<typeof placed>
