import type { FromSchema } from 'json-schema-to-ts'
import { BACKENDS } from './backend.ts'
import { PACKAGES } from './package.ts'

const text = { type: 'string', pattern: '\\S' } as const

const localized = {
  type: 'object',
  description: 'The same sentence in each language of the course.',
  properties: { en: text, es: text },
  required: ['en', 'es'],
  additionalProperties: false,
} as const

const reason = {
  ...text,
  description: 'Where the number comes from: what was measured, on what, and the margin.',
} as const

const positive = { type: 'number', exclusiveMinimum: 0 } as const
const count = { type: 'integer', minimum: 1 } as const

const tolerance = {
  type: 'object',
  description: 'The largest error that still passes; without it the result must be exact.',
  properties: {
    'max-error': { ...positive, description: 'Largest absolute difference of an element.' },
    'max-relative-error': { ...positive, description: 'Largest relative difference.' },
    reason,
  },
  additionalProperties: false,
} as const

const marks = {
  type: 'object',
  description: 'No points at `none`, all at `full`, linear between.',
  properties: { none: { type: 'number' }, full: { type: 'number' } },
  required: ['none', 'full'],
  additionalProperties: false,
} as const

/** Also the name of a folder. */
const DATASET_NAME = '^[a-z0-9]+(-[a-z0-9]+)*$'

const backbone = {
  description: 'The pretrained network on a data set: the name of a known one, or one of your own.',
  anyOf: [
    { type: 'string', pattern: DATASET_NAME },
    {
      type: 'object',
      properties: {
        name: { type: 'string', pattern: DATASET_NAME, description: 'What reports call it.' },
        from: {
          ...text,
          description:
            'Its model.json, of layers or a graph: a URL, a path from the course root, or one in GRADUS_DATA.',
        },
        sha256: {
          type: 'string',
          pattern: '^[0-9a-f]{64}$',
          description: 'Of model.json and its shards, one after the other in the order it names.',
        },
        features: { ...text, description: 'The layer or node whose output [n, d] are features.' },
        range: {
          type: 'array',
          description: 'The numbers that black and white pixels have for it.',
          items: [{ type: 'number' }, { type: 'number' }],
          minItems: 2,
          additionalItems: false,
        },
      },
      required: ['name', 'from', 'sha256', 'features', 'range'],
      additionalProperties: false,
    },
  ],
} as const

const check = {
  type: 'object',
  description:
    'A vitest test of this task: public if public/*.spec.ts has it, hidden if hidden/*.spec.ts has it.',
  properties: {
    points: { type: 'number', minimum: 0, description: 'Points of this check.' },
    tolerance,
    measure: { ...text, description: 'The name under which the spec records the measured number.' },
    marks,
    'marks-on': {
      type: 'object',
      description: 'Marks on data sets other than the first, by name.',
      propertyNames: { pattern: DATASET_NAME },
      additionalProperties: marks,
    },
    seconds: { ...positive, description: 'Longest that one call of this check may take.' },
    seeds: { ...count, description: 'How many times the training is run.' },
    rule: { enum: ['median', 'best'], description: 'Which of the seeds decides.' },
    reason,
    hint: {
      ...localized,
      description: 'What a student reads when the check fails. A hidden check must have one.',
    },
    release: {
      enum: ['now', 'after-due', 'never'],
      default: 'now',
      description: 'When a student may see the result.',
    },
  },
  required: ['points'],
  additionalProperties: false,
} as const

const task = {
  type: 'object',
  description: 'One thing to implement.',
  properties: {
    title: localized,
    points: { type: 'number', minimum: 0, description: 'The sum of the points of its checks.' },
    file: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9-]*\\.ts$',
      description: 'The file of the solution that holds the task; by default the id and `.ts`.',
    },
    exports: {
      type: 'array',
      description: 'Names that a spec may call; by default the id.',
      items: { type: 'string', pattern: '^[A-Za-z_$][A-Za-z0-9_$]*$' },
      minItems: 1,
      uniqueItems: true,
    },
    checks: {
      type: 'object',
      description: 'By id, which is the name of the test.',
      propertyNames: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
      additionalProperties: check,
      minProperties: 1,
    },
    misconceptions: {
      type: 'object',
      description:
        'By id: a known wrong implementation in misconceptions/<id>.ts, and what to tell its author.',
      propertyNames: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
      additionalProperties: localized,
    },
  },
  required: ['title', 'points', 'checks'],
  additionalProperties: false,
} as const

/** `labs/<lab>/lab.yaml` as its author writes it. Editors read it from `labs/lab.schema.json`. */
export const labSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A lab of Gradus',
  type: 'object',
  properties: {
    version: {
      ...count,
      default: 1,
      description: 'Raise it to change the hidden cases: it is part of every hidden seed.',
    },
    title: localized,
    limits: {
      type: 'object',
      description: 'Bounds on one submission.',
      properties: {
        'boot-seconds': { ...positive, default: 10 },
        'call-seconds': { ...positive, default: 5 },
        'total-seconds': { ...positive, default: 120 },
        'memory-mb': { ...positive, default: 2048 },
        'reply-mb': { ...positive, default: 16 },
        calls: { ...count, default: 10_000 },
        'starts-per-task': { ...count, default: 3 },
      },
      additionalProperties: false,
    },
    prefer: {
      type: 'array',
      description: 'Backends in the order in which the lab does best on them; others come after.',
      items: { type: 'string', enum: BACKENDS },
      minItems: 1,
      uniqueItems: true,
    },
    data: {
      type: 'array',
      description:
        'Data sets that the lab can be graded on, the usual one first: digits comes with Gradus, another is a folder of that name in GRADUS_DATA.',
      items: { type: 'string', pattern: DATASET_NAME },
      minItems: 1,
      uniqueItems: true,
    },
    backbones: {
      type: 'object',
      description: 'The pretrained network that specs get from `backbone()`, by data set.',
      propertyNames: { pattern: DATASET_NAME },
      additionalProperties: backbone,
      minProperties: 1,
    },
    'shuffle-pixels': {
      type: 'boolean',
      default: false,
      description:
        'In every training the pixels of all images change places, each time in another secret order: weights that were trained beforehand are worth nothing. Only for networks that treat all pixels alike.',
    },
    packages: {
      type: 'array',
      description:
        'What submissions may import besides @tensorflow/tfjs and gradus/layers: sharp reads and resizes pictures.',
      items: { type: 'string', enum: PACKAGES },
      minItems: 1,
      uniqueItems: true,
    },
    phrases: {
      type: 'array',
      description:
        'What specs call their expectations, expect(value, "every weight is finite"), for the reports. The English text is the label itself; where a spec fills something in, there is a {name}.',
      items: localized,
      minItems: 1,
    },
    tasks: {
      type: 'object',
      description: 'By id, in the order in which they are worked on.',
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$' },
      additionalProperties: task,
      minProperties: 1,
    },
  },
  required: ['title', 'tasks'],
  additionalProperties: false,
} as const

/** A default is filled in by the catalog, so that the field stays optional here. */
type Optional = { keepDefaultedPropertiesOptional: true }

export type RawLab = FromSchema<typeof labSchema, Optional>
export type RawBackbone = FromSchema<typeof backbone, Optional>
export type RawTask = FromSchema<typeof task, Optional>
export type RawCheck = FromSchema<typeof check, Optional>
