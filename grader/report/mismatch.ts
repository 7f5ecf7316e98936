import type { Phrase } from '../model/lab.ts'
import type { Mismatch } from '../model/outcome.ts'
import type { Differing } from '../model/scorecard.ts'
import type { Catalogue } from './catalogue.ts'
import { tellClaim } from './claim.ts'
import { tellKind } from './kinds.ts'
import { formatIndex, formatPair } from './numbers.ts'
import type { Sentence } from './report-view.ts'
import { code, untrusted } from './sentence.ts'

interface Telling {
  readonly words: Catalogue
  readonly full: boolean
  readonly phrases: readonly Phrase[]
}

/** What differs between the submission's result and the reference's; only its kind unless `full`. */
export function explainMismatch(
  mismatch: Mismatch,
  differing: Differing | null,
  { words, full, phrases }: Telling,
): Sentence {
  switch (mismatch.kind) {
    case 'shape':
    case 'dtype':
    case 'structure': {
      if (!full) return words.say(`cause.${mismatch.kind}.hidden`)
      const got = tellKind(mismatch.got, words)
      return words.say(`cause.${mismatch.kind}`, { got, want: tellKind(mismatch.want, words) })
    }
    case 'nan':
      return full ? explainNan(mismatch, words) : words.say(`${nanKey(mismatch)}.hidden`)
    case 'values':
      return full
        ? explainValues(mismatch.worst, differing, words)
        : words.say('cause.values.hidden')
    case 'assertion':
      if (!full) return words.say('cause.assertion.hidden')
      if (mismatch.claim === null) return words.say('cause.assertion')
      return tellClaim(mismatch.claim, phrases, words)
  }
}

type Nan = Extract<Mismatch, { kind: 'nan' }>

function nanKey({ want }: Nan): 'cause.nan' | 'cause.nan-expected' {
  return typeof want === 'number' ? 'cause.nan' : 'cause.nan-expected'
}

function explainNan(mismatch: Nan, words: Catalogue): Sentence {
  const [got, want] = formatPair(words.language, mismatch.got, mismatch.want)
  if (mismatch.index.length === 0) {
    return words.say('cause.value', { got: code(got), want: code(want) })
  }
  return words.say(nanKey(mismatch), {
    count: mismatch.count,
    total: mismatch.total,
    index: untrusted(formatIndex(mismatch.index)),
    got: code(got),
    want: code(want),
  })
}

function explainValues(
  worst: Extract<Mismatch, { kind: 'values' }>['worst'],
  differing: Differing | null,
  words: Catalogue,
): Sentence {
  const pair = formatPair(words.language, worst.got, worst.want)
  const [got, want] = [code(pair[0]), code(pair[1])]
  if (worst.index.length === 0) return words.say('cause.value', { got, want })
  const index = untrusted(formatIndex(worst.index))
  if (differing === null) return words.say('cause.values.worst', { index, got, want })
  const { count, total, atLeast } = differing
  const key = atLeast ? 'cause.values.at-least' : 'cause.values'
  return words.say(key, { count, total, index, got, want })
}
