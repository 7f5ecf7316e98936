import type { Catalogue } from './catalogue.ts'
import type { Sentence, Span } from './report-view.ts'
import { code, untrusted } from './sentence.ts'

type Groups = Readonly<Record<string, string>>
export type Form<Context> = readonly [
  pattern: RegExp,
  tell: (groups: Groups, words: Catalogue, context: Context) => Sentence,
]

/** Why a file does not load, as the loader in grader/run/sandbox/runner and Node say it. */
const LOADING: readonly Form<Span>[] = [
  [
    /^only (?<allowed>@tensorflow\/tfjs(?: and|,) gradus\/layers(?: and sharp)?) can be imported; found '(?<specifier>.*)'$/s,
    ({ allowed = '', specifier = '' }, words, file) =>
      words.say('cause.load.package', {
        file,
        allowed: words.list(allowed.split(/ and |, /).map(code)),
        specifier: untrusted(specifier),
      }),
  ],
  [
    /^there is no file '(?<specifier>.*)'$/s,
    ({ specifier = '' }, words, file) =>
      words.say('cause.load.no-file', { file, specifier: untrusted(specifier) }),
  ],
  [
    /^'(?<specifier>.*)' leads out of the submission$/s,
    ({ specifier = '' }, words, file) =>
      words.say('cause.load.outside', { file, specifier: untrusted(specifier) }),
  ],
  [
    /^The requested module '(?<specifier>.*)' does not provide an export named '(?<name>.*)'$/s,
    ({ specifier = '', name = '' }, words, file) =>
      words.say('cause.load.no-export', {
        file,
        specifier: untrusted(specifier),
        name: untrusted(name),
      }),
  ],
]

/**
 * What goes wrong where values cross between the check and the submission (grader/model and its callers),
 * and what a submission calls that grader/run/backend leaves out.
 */
const CROSSING: readonly Form<null>[] = [
  [
    /^(?<what>.*) cannot be returned or passed; use a tensor, number, string, array or plain object$/s,
    ({ what = '' }, words) => words.say('cause.uncrossed', { what: tellUncrossed(what, words) }),
  ],
  [
    /^the object has no method (?<name>.*)$/s,
    ({ name = '' }, words) => words.say('cause.no-method', { name: untrusted(name) }),
  ],
  [
    /^tf\.data is not available here: train on tensors, with fit or batches of your own$/,
    (_, words) => words.say('cause.no-data', { api: code('tf.data'), fit: code('fit') }),
  ],
  [/^nothing is left behind handle \d+$/, (_, words) => words.say('cause.no-handle')],
]

/** What a ConversionError names. */
const UNCROSSED: readonly Form<null>[] = [
  [/^an object nested that deeply \(a cycle\?\)$/, (_, words) => words.say('uncrossed.deep')],
  [
    /^more than (?<count>\d{1,15}) objects$/,
    ({ count }, words) => words.say('uncrossed.many', { count: Number(count) }),
  ],
  [/^a function$/, (_, words) => words.say('kind.function')],
  [
    /^a tensor of rank (?<rank>\d{1,15})$/,
    ({ rank }, words) => words.say('uncrossed.rank', { rank: Number(rank) }),
  ],
  [/^a tensor whose data misses its shape$/, (_, words) => words.say('uncrossed.shape')],
  [
    /^a (?<dtype>\w+) tensor$/,
    ({ dtype = '' }, words) => words.say('uncrossed.dtype', { dtype: untrusted(dtype) }),
  ],
  [
    /^a (?<dtype>\w+) tensor without its data$/,
    ({ dtype = '' }, words) => words.say('uncrossed.data', { dtype: untrusted(dtype) }),
  ],
  [
    /^a (?<type>.+)$/s,
    ({ type = '' }, words) => words.say('uncrossed.type', { type: untrusted(type) }),
  ],
]

/** Why `file` does not load, in words of the report; null for a message that is not ours. */
export function tellLoading(message: string, file: Span, words: Catalogue): Sentence | null {
  return tell(LOADING, message, words, file)
}

/** What could not cross to the check or back, or is left out; null for an error of the submission's own. */
export function tellCrossing(message: string, words: Catalogue): Sentence | null {
  return tell(CROSSING, message, words, null)
}

function tellUncrossed(what: string, words: Catalogue): Sentence {
  return tell(UNCROSSED, what, words, null) ?? [untrusted(what)]
}

/** The first form that a message has, filled; null for a message that is not ours. */
export function tell<Context>(
  forms: readonly Form<Context>[],
  message: string,
  words: Catalogue,
  context: Context,
): Sentence | null {
  for (const [pattern, say] of forms) {
    const match = pattern.exec(message)
    if (match !== null) return say(match.groups ?? {}, words, context)
  }
  return null
}
