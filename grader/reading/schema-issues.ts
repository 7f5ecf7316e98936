import type { ErrorObject } from 'ajv'
import type { Issue } from '../model/issue.ts'
import { issueAt } from './source.ts'
import { didYouMean, list } from './suggest.ts'
import { asRecord, describeValue, subject, type Vocabulary } from './words.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/** Errors of a schema in our words, at the key or the value that each is about. */
export function schemaIssues(
  yaml: YamlFile,
  errors: readonly ErrorObject[],
  vocabulary: Vocabulary,
): Issue[] {
  // for a bad key ajv reports the pattern and, with more about it, "propertyNames"
  const shownErrors = errors.filter(({ propertyName }) => propertyName === undefined)
  return shownErrors.map((error) => {
    const path = segments(error.instancePath)
    const { what, next, key } = worded(error, path, partOf(yaml.data, path), vocabulary)
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

function worded(error: ErrorObject, path: Path, value: unknown, vocabulary: Vocabulary): Worded {
  const it = subject(path, vocabulary)
  const params = asRecord(error.params)
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(
        it,
        String(params['additionalProperty']),
        keysOf(vocabulary.schema, error.schemaPath),
      )
    case 'propertyNames':
      return badId(path, String(params['propertyName']), vocabulary)
    case 'required':
      return missingKey(it, String(params['missingProperty']))
    case 'type':
      return wrongType(it, String(params['type']), value)
    case 'enum':
      return notAChoice(it, value, params['allowedValues'])
    case 'pattern':
      return badText(it, value, path, vocabulary)
    case 'maximum':
      return {
        what: `${it} is ${describeValue(value)}.`,
        next: `Write at most ${params['limit']}.`,
      }
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

function badId(path: Path, key: string, { containers, id }: Vocabulary): Worded {
  const kind = containers[path.at(-1) ?? ''] ?? 'entry'
  return { what: `"${key}" cannot be the id of a ${kind}.`, next: id(kind), key: [key] }
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

function badText(it: string, value: unknown, path: Path, { text }: Vocabulary): Worded {
  if (typeof value === 'string' && value.trim() === '') {
    return { what: `${it} is an empty text.`, next: 'Write a sentence.' }
  }
  const [kind, next] = text(path)
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
function keysOf(schema: unknown, schemaPath: string): string[] {
  const owner = segments(schemaPath).slice(0, -1)
  return Object.keys(asRecord(asRecord(partOf(schema, owner))['properties']))
}
