import type { Language, Phrase } from '../model/lab.ts'
import type { Claim, Shown } from '../model/outcome.ts'
import { fillingOf, HOLE } from '../model/phrase.ts'
import type { Catalogue } from './catalogue.ts'
import { tellKind } from './kinds.ts'
import { formatPair } from './numbers.ts'
import type { Sentence, Span } from './report-view.ts'
import { code, fromMarked, untrusted } from './sentence.ts'

/** What an assertion asked for, and what it was given. @param phrases of the lab */
export function tellClaim(claim: Claim, phrases: readonly Phrase[], words: Catalogue): Sentence {
  const values = tellValues(claim, words)
  if (claim.label === null) return words.say('claim.unlabelled', { claim: values })
  const label = tellLabel(claim.label, phrases, words.language)
  if (isCondition(claim)) {
    return words.say(claim.want === 'true' ? 'claim.holds' : 'claim.holds-not', { label })
  }
  if (claim.relation === 'instance') {
    const [got] = tellPair(claim.got, claim.want, words)
    return words.say('claim.holds-for', { label, got })
  }
  return [...capitalized(label, words.language), { text: ': ' }, ...values, { text: '.' }]
}

/** Of `expect(condition, label).toBe(true)` the label says it all. So it does of a type, but for what came. */
function isCondition({ relation, got, want }: Claim): boolean {
  const truths: readonly Shown[] = ['true', 'false']
  return relation === 'equal' && truths.includes(got) && truths.includes(want)
}

function tellValues({ relation, got: given, want: asked }: Claim, words: Catalogue): Sentence {
  const [got, want] = tellPair(given, asked, words)
  if (relation === 'unequal') return words.say('claim.unequal', { want })
  if (relation !== 'instance') return words.say(`claim.${relation}`, { want, got })
  if (asked === 'Function') {
    return words.say('claim.equal', { want: words.say('kind.function'), got })
  }
  return words.say('claim.instance', { want: untrusted(String(asked)), got })
}

/** Numbers with as many digits as tell them apart. */
function tellPair(got: Shown, want: Shown, words: Catalogue): [Sentence, Sentence] {
  const numbers = [got, want].map((shown) => (typeof shown === 'number' ? shown : Number.NaN))
  const pair = formatPair(words.language, numbers[0] ?? Number.NaN, numbers[1] ?? Number.NaN)
  return [tellShown(got, pair[0], words), tellShown(want, pair[1], words)]
}

function tellShown(shown: Shown, number: string, words: Catalogue): Sentence {
  return typeof shown === 'number' ? [code(number)] : tellKind(shown, words)
}

/** A label for which the lab has no phrase is quoted as the spec has it. */
function tellLabel(label: string, phrases: readonly Phrase[], language: Language): Sentence {
  const [best] = phrases
    .flatMap(({ text }) => {
      const filling = fillingOf(text.en, label)
      return filling === null ? [] : [{ text: text[language], filling, loose: lengthOf(filling) }]
    })
    .toSorted((a, b) => a.loose - b.loose)
  if (best === undefined) return [untrusted(label)]
  return fromMarked(best.text).flatMap((span) => filled(span, best.filling))
}

/** How much of a label stands in holes: the phrase that leaves the least to them fits best. */
function lengthOf(filling: ReadonlyMap<string, string>): number {
  return [...filling.values()].reduce((sum, { length }) => sum + length, 0)
}

function filled(span: Span, filling: ReadonlyMap<string, string>): Sentence {
  if ('text' in span) {
    return span.text
      .split(HOLE)
      .map((part, i) => (i % 2 === 0 ? { text: part } : untrusted(filling.get(part) ?? part)))
      .filter((part) => !('text' in part) || part.text !== '')
  }
  const written = 'code' in span ? span.code : span.untrusted
  const text = written.replaceAll(HOLE, (hole, name: string) => filling.get(name) ?? hole)
  return [text === written ? span : untrusted(text)]
}

function capitalized([first, ...rest]: Sentence, language: Language): Sentence {
  if (first === undefined || !('text' in first)) return first === undefined ? [] : [first, ...rest]
  const [letter = '', ...others] = first.text
  return [{ text: letter.toLocaleUpperCase(language) + others.join('') }, ...rest]
}
