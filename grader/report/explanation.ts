import type { Phrase, Task } from '../model/lab.ts'
import type { Measured } from '../model/outcome.ts'
import type { Cause, CheckResult } from '../model/scorecard.ts'
import type { Failure, Location } from '../model/value.ts'
import type { Catalogue } from './catalogue.ts'
import { tellCrossing, tellLoading } from './messages.ts'
import { explainMismatch } from './mismatch.ts'
import { formatMeasured } from './numbers.ts'
import type { Audience, Explanation, Sentence } from './report-view.ts'
import { code, untrusted } from './sentence.ts'

/** What an explanation may draw on. */
export interface Telling {
  readonly words: Catalogue
  readonly audience: Audience
  /** False for a hidden check that a student reads. */
  readonly full: boolean
  /** Null when the lab does not know the task any more. */
  readonly task: Task | null
  /** Of the lab. */
  readonly phrases: readonly Phrase[]
  /** Files that the lab names; only these may be named in a hidden check. */
  readonly files: ReadonlySet<string>
  /** The folder of the student's files as they would type it: `src/`, or nothing. */
  readonly folder: string
  /** Where the submission declares the task's function; null where it does not. */
  readonly declared: Location | null
}

/** The words for a check that did not pass: what happened and where. Null for a pass. */
export function explain(result: CheckResult, telling: Telling): Explanation | null {
  const { cause } = result
  if (cause === null) return null
  const ours = ourMessage(cause, telling)
  return {
    what: ours ?? whatHappened(cause, telling),
    detail: ours === null ? detailOf(cause, telling) : null,
    where: placeOf(cause, telling),
  }
}

/** A message of ours is told in the language of the report. Null for every other, and where none is shown. */
function ourMessage(cause: Cause, telling: Telling): Sentence | null {
  if (!telling.full || cause.kind !== 'crash') return null
  if (cause.cause === 'load') return tellLoading(cause.message, fileOf(telling), telling.words)
  return cause.cause === 'threw' ? tellCrossing(cause.message, telling.words) : null
}

function whatHappened(cause: Cause, telling: Telling): Sentence {
  switch (cause.kind) {
    case 'mismatch':
      return explainMismatch(cause.mismatch, cause.differing, telling)
    case 'below-threshold':
      return belowThreshold(cause, telling)
    default:
      return whatFailed(cause, telling)
  }
}

function belowThreshold(
  { measure, value, full: bound, runs, diverged }: Cause & { kind: 'below-threshold' },
  { words, full }: Telling,
): Sentence {
  const lost = diverged === 0 ? [] : words.say('cause.diverged', { count: runs, diverged })
  if (value === 'NaN') return lost
  const format = (number: Measured) => formatMeasured(words.language, number)
  const told = full
    ? words.say('cause.below-threshold', {
        measure: code(measure),
        value: format(value),
        full: format(bound),
      })
    : words.say('cause.below-threshold.hidden', { measure: code(measure) })
  return lost.length === 0 ? told : [...told, { text: ' ' }, ...lost]
}

function whatFailed(failure: Failure, telling: Telling): Sentence {
  const { words, full } = telling
  switch (failure.kind) {
    case 'not-started':
      return words.say('cause.not-started', { file: fileOf(telling) })
    case 'limit':
      return words.say(`limit.${failure.limit}`, { bound: failure.bound })
    case 'fault':
      return words.say('cause.fault')
    case 'crash':
      switch (failure.cause) {
        case 'threw':
          return words.say(full ? 'cause.threw' : 'cause.threw.hidden')
        case 'exited':
          return words.say('cause.exited', { call: code('process.exit()') })
        case 'protocol':
          return words.say('cause.protocol')
        case 'load':
          return words.say(full ? 'cause.load' : 'cause.load.hidden', { file: fileOf(telling) })
        case 'missing-file':
          return words.say('cause.missing-file', { file: fileOf(telling) })
        case 'missing':
          return whatIsMissing(full ? failure.message : '', telling)
      }
  }
}

/** The message may tell which of the task's own names is missing; no word of it is repeated. */
function whatIsMissing(message: string, telling: Telling): Sentence {
  const { words, task } = telling
  const file = fileOf(telling)
  const names = task?.exports ?? []
  const mentions = message.replaceAll(task?.file ?? '', '').split(/[^\w$]+/)
  const mentioned = names.filter((name) => mentions.includes(name))
  const [name, ...others] = mentioned.length === 1 ? mentioned : names
  if (name !== undefined && others.length === 0) {
    const declaration = code(`export function ${name}`)
    return words.say('cause.missing', { file, name: code(name), declaration })
  }
  const list = words.list(names.map(code))
  return words.say('cause.missing.several', { file, names: list, keyword: code('export') })
}

/** What others wrote: never of a hidden check, which may have put its inputs there. */
function detailOf(cause: Cause, { full, audience }: Telling): Explanation['detail'] {
  if (!full) return null
  if (cause.kind === 'mismatch') {
    const { mismatch } = cause
    const untold = mismatch.kind === 'assertion' && mismatch.claim === null
    return untold ? untrusted(mismatch.message) : null
  }
  // How a process ended, or what the grader did wrong, helps an instructor only.
  if (cause.kind === 'fault') return audience === 'instructor' ? untrusted(cause.message) : null
  if (cause.kind !== 'crash' || cause.message === '') return null
  const own = cause.cause === 'threw' || cause.cause === 'load'
  return own || audience === 'instructor' ? untrusted(cause.message) : null
}

function placeOf(cause: Cause, telling: Telling): Sentence | null {
  switch (cause.kind) {
    case 'crash':
      return crashSite(cause, telling)
    case 'mismatch':
    case 'below-threshold':
    case 'limit':
      return declaration(telling)
    default:
      return null
  }
}

/**
 * `src/conv2d.ts:21:5`. The line that threw can be chosen by the input that was seen, and the stack can be
 * forged besides: for a hidden check the place is that of the declaration. A file that does not load has
 * seen no input yet.
 */
function crashSite(crash: Failure & { kind: 'crash' }, telling: Telling): Sentence | null {
  const { full, files, folder } = telling
  const { location, cause } = crash
  if (!full && cause === 'threw') return declaration(telling)
  if (location === null) return null
  const { file, line, column } = location
  if (!Number.isSafeInteger(line) || !Number.isSafeInteger(column)) return null
  if (full) return [untrusted(`${folder}${file}:${line}:${column}`)]
  return files.has(file) ? [code(`${folder}${file}:${line}`)] : null
}

/** The line of the declaration: the same for every result, and so no secret. */
function declaration({ declared, folder }: Telling): Sentence | null {
  return declared === null ? null : [untrusted(`${folder}${declared.file}:${declared.line}`)]
}

function fileOf({ task, folder }: Telling) {
  return code(`${folder}${task?.file ?? ''}`)
}
