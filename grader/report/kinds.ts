import type { Catalogue } from './catalogue.ts'
import type { Sentence } from './report-view.ts'
import { code, untrusted } from './sentence.ts'

type Groups = Readonly<Record<string, string>>
type Form = readonly [pattern: RegExp, tell: (groups: Groups, words: Catalogue) => Sentence]

/**
 * What `describeValue` and `load` of grader/kit write into a record, and how a report says it. A submission
 * chooses the texts and the names of entries: each pattern is anchored by what it cannot choose.
 */
const FORMS: readonly Form[] = [
  [
    /^tensor (?<dtype>\w+) (?<shape>\[[\d, ]*\])$/,
    ({ dtype = '', shape = '' }, words) =>
      words.say('kind.tensor', { dtype: untrusted(dtype), shape: untrusted(shape) }),
  ],
  [
    /^array of (?<count>\d{1,15}) numbers$/,
    ({ count }, words) => words.say('kind.numbers', { count: Number(count) }),
  ],
  [
    /^Uint8Array of (?<count>\d{1,15})$/,
    ({ count }, words) => words.say('kind.bytes', { count: Number(count) }),
  ],
  [
    /^array of (?<count>\d{1,15})$/,
    ({ count }, words) =>
      count === '0' ? words.say('kind.empty') : words.say('kind.array', { count: Number(count) }),
  ],
  [
    /^record (?<entries>\{.*[}…])$/su,
    ({ entries = '' }, words) => words.say('kind.record', { entries: untrusted(entries) }),
  ],
  [/^function$/, (_, words) => words.say('kind.function')],
  [/^object$/, (_, words) => words.say('kind.object')],
  [/^number$/, (_, words) => words.say('kind.number')],
  [/^(?<literal>null|undefined|true|false)$/, ({ literal = '' }) => [code(literal)]],
  [
    /^(?<text>".*["…])$/su,
    ({ text = '' }, words) => words.say('kind.string', { text: untrusted(text) }),
  ],
  [/^model$/, (_, words) => words.say('kind.model')],
  [
    /^a model that is refused: (?<reason>.*)$/s,
    ({ reason = '' }, words) => words.say('kind.refused', { reason: untrusted(reason) }),
  ],
]

/** The kind of a value in words of the report; what is of no known form stays as it is. */
export function tellKind(description: string, words: Catalogue): Sentence {
  return told(description, words) ?? placed(description, words) ?? [untrusted(description)]
}

/** The same where the description ends with its place in the result: `number at [a, 0]`. */
function placed(description: string, words: Catalogue): Sentence | null {
  const { kind = '', index = '' } =
    /^(?<kind>.*) at (?<index>\[.*\])$/s.exec(description)?.groups ?? {}
  const what = told(kind, words)
  return what && words.say('kind.placed', { kind: what, index: untrusted(index) })
}

function told(description: string, words: Catalogue): Sentence | null {
  for (const [pattern, tell] of FORMS) {
    const match = pattern.exec(description)
    if (match !== null) return tell(match.groups ?? {}, words)
  }
  return null
}
