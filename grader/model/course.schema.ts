import type { FromSchema } from 'json-schema-to-ts'

const text = { type: 'string', pattern: '\\S' } as const

const localized = {
  type: 'object',
  description: 'The same in each language of the course.',
  properties: { en: text, es: text },
  required: ['en', 'es'],
  additionalProperties: false,
} as const

const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?$',
  description: 'Date and time of day in the time zone of the course, such as 2026-10-05 23:59.',
} as const

const graceMinutes = {
  type: 'integer',
  minimum: 0,
  default: 0,
  description: 'Minutes after the due time in which a push still counts as on time.',
} as const

const counts = {
  enum: ['last-on-time', 'best', 'last-with-penalty'],
  default: 'last-on-time',
  description:
    'Which submission counts: the last one on time; the one with the most points after its penalty; or the last one, late or not, with its penalty.',
} as const

const late = {
  type: 'object',
  description: 'What a late submission loses; without it, what is late does not count.',
  properties: {
    'percent-per-day': {
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Percent of its points that it loses for each day that has begun.',
    },
    days: { type: 'integer', minimum: 1, description: 'Days after which nothing is accepted.' },
  },
  required: ['percent-per-day', 'days'],
  additionalProperties: false,
} as const

const lab = {
  type: 'object',
  description: 'A lab as this course gives it out.',
  properties: {
    opens: { ...time, description: 'When students get it; extensions in percent count from here.' },
    due: time,
    'grace-minutes': graceMinutes,
    counts,
    late,
  },
  required: ['due'],
  additionalProperties: false,
} as const

const extension = {
  type: 'object',
  description: 'More time for a student or a team: until a date, or some hours, or percent.',
  properties: {
    student: { ...text, description: 'Id of a student in roster.csv.' },
    team: { ...text, description: 'A team of roster.csv.' },
    lab: { ...text, description: 'A lab of this course; without it, all of them.' },
    until: time,
    hours: { type: 'number', exclusiveMinimum: 0, description: 'Hours after the due time.' },
    percent: {
      type: 'number',
      exclusiveMinimum: 0,
      description: 'Percent of the time between the opening of the lab and its due time.',
    },
  },
  additionalProperties: false,
} as const

/** `course.yaml` as an instructor writes it. Editors read it from `labs/course.schema.json`. */
export const courseSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A course of Gradus',
  type: 'object',
  properties: {
    title: localized,
    organization: {
      type: 'string',
      pattern: '^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$',
      description: 'Account or organisation on GitHub that owns the repositories.',
    },
    language: { enum: ['en', 'es'], description: 'Language of handouts and reports.' },
    'time-zone': {
      ...text,
      description: 'Time zone of all times here, by area and city, such as Europe/Madrid.',
    },
    repository: {
      type: 'string',
      pattern: '^([A-Za-z0-9._-]|\\{(lab|login|id|team)\\})+$',
      default: '{lab}-{login}',
      description:
        "Name of a student's repository of a lab, from {lab}, {login}, {id} and {team}; roster.csv may say another.",
    },
    'runs-on': {
      type: 'array',
      description: 'Labels of the machine that grades.',
      items: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' },
      default: ['ubuntu-latest'],
      minItems: 1,
      uniqueItems: true,
    },
    'grace-minutes': graceMinutes,
    counts,
    late,
    labs: {
      type: 'object',
      description: 'By id, which is the name of a folder in labs/.',
      propertyNames: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
      additionalProperties: lab,
      minProperties: 1,
    },
    extensions: { type: 'array', description: 'More time for some.', items: extension },
  },
  required: ['title', 'organization', 'language', 'time-zone', 'labs'],
  additionalProperties: false,
} as const

/** A default is filled in by the reader, so that the field stays optional here. */
type Optional = { keepDefaultedPropertiesOptional: true }

export type RawCourse = FromSchema<typeof courseSchema, Optional>
export type RawCourseLab = FromSchema<typeof lab, Optional>
export type RawExtension = FromSchema<typeof extension, Optional>
