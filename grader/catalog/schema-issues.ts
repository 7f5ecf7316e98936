import type { ErrorObject } from 'ajv'
import type { Issue } from '../model/issue.ts'
import { labSchema } from '../model/lab.schema.ts'
import { issueAt } from './source.ts'
import { didYouMean, list } from './suggest.ts'
import { asRecord, describeValue, subject } from './words.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/** An error of the lab schema in our words, at the key or the value that it is about. */
export function schemaIssues(yaml: YamlFile, errors: readonly ErrorObject[]): Issue[] {
  // for a bad key ajv reports the pattern and, with more about it, "propertyNames"
  const shownErrors = errors.filter(({ propertyName }) => propertyName === undefined)
  return shownErrors.map((error) => {
    const path = segments(error.instancePath)
    const { what, next, key } = worded(error, path, partOf(yaml.data, path))
    const offset = key === undefined ? yaml.valueAt(path) : yaml.keyAt([...path, ...key])
    return issueAt(yaml.source, offset, what, next)
  })
}

interface Worded {
  readonly what: string
  readonly next: string
  /** Set when the issue is with a key: the path from the value to it. */
  readonly key?: Path
}

function worded(error: ErrorObject, path: Path, value: unknown): Worded {
  const it = subject(path)
  const params = asRecord(error.params)
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(it, String(params['additionalProperty']), schemaOf(error.schemaPath))
    case 'propertyNames':
      return badId(path, String(params['propertyName']))
    case 'required':
      return missingKey(it, String(params['missingProperty']))
    case 'type':
      return wrongType(it, String(params['type']), value)
    case 'enum':
      return notAChoice(it, value, params['allowedValues'])
    case 'pattern':
      return badText(it, value, path)
    case 'minimum':
    case 'exclusiveMinimum': {
      const limit = `${error.keyword === 'minimum' ? 'from' : 'above'} ${params['limit']}`
      return { what: `${it} is ${describeValue(value)}.`, next: `Write a number ${limit}.` }
    }
    case 'minProperties':
    case 'minItems':
      return { what: `${it} is empty.`, next: 'Write at least one.' }
    case 'uniqueItems':
      return { what: `${it} lists a name twice.`, next: 'Keep one of the two.' }
    default:
      // a keyword that the schema does not use yet: an error of ours, not of the author
      throw new Error(`no words for the schema keyword "${error.keyword}"`)
  }
}

function unknownKey(it: string, key: string, known: readonly string[]): Worded {
  return {
    what: `${it} has an unknown key "${key}".`,
    next: didYouMean(key, known, `Remove it; the keys here are ${list(known, 'and')}.`),
    key: [key],
  }
}

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish' }

function missingKey(it: string, key: string): Worded {
  const language = LANGUAGES[key]
  return language === undefined
    ? { what: `${it} has no "${key}".`, next: `Add "${key}: ...".`, key: [] }
    : { what: `${it} has no ${language} text.`, next: `Add "${key}: ...".`, key: [] }
}

function badId(path: Path, key: string): Worded {
  const kind = { tasks: 'task', checks: 'check', misconceptions: 'misconception' }[
    path.at(-1) ?? ''
  ]
  const next =
    kind === 'task'
      ? 'Use letters, digits and single hyphens, such as "conv2d".'
      : 'Use small letters, digits and single hyphens, such as "fixed-case".'
  return { what: `"${key}" cannot be the id of a ${kind}.`, next, key: [key] }
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  number: ['a finite number', 'Write a number, such as 10.'],
  integer: ['a whole number', 'Write a whole number, such as 10.'],
  string: ['a text', 'Write a text, in quotes if it looks like something else.'],
  object: ['a mapping', 'Write keys and values below it, or { key: value }.'],
  array: ['a list', 'Write a list, such as [conv2d].'],
}

function wrongType(it: string, type: string, value: unknown): Worded {
  const [wanted, next] = TYPES[type] ?? [type, `Write ${type}.`]
  return { what: `${it} is ${describeValue(value)}, not ${wanted}.`, next }
}

function notAChoice(it: string, value: unknown, allowed: unknown): Worded {
  const choices = Array.isArray(allowed) ? allowed.map(String) : []
  return {
    what: `${it} is ${describeValue(value)}.`,
    next: didYouMean(String(value), choices, `Choose ${list(choices)}.`),
  }
}

function badText(it: string, value: unknown, path: Path): Worded {
  if (typeof value === 'string' && value.trim() === '') {
    return { what: `${it} is an empty text.`, next: 'Write a sentence.' }
  }
  const next =
    path.at(-1) === 'file'
      ? 'Write a file name such as conv2d.ts, inside the folder of the solution.'
      : 'Write a name as JavaScript has them, such as conv2d.'
  const kind = path.at(-1) === 'file' ? 'a path of a TypeScript file' : 'a name of an export'
  return { what: `${it} is ${describeValue(value)}, which is not ${kind}.`, next }
}

function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function partOf(data: unknown, path: Path): unknown {
  return path.reduce((value, name) => asRecord(value)[name], data)
}

/** The keys that the object of a schema path `#/properties/.../additionalProperties` may have. */
function schemaOf(schemaPath: string): string[] {
  const owner = segments(schemaPath).slice(0, -1)
  return Object.keys(asRecord(asRecord(partOf(labSchema, owner))['properties']))
}
