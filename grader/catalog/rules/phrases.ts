import type { Issue } from '../../model/issue.ts'
import { holesOf, phraseKey } from '../../model/phrase.ts'
import { issueAt } from '../../reading/source.ts'
import { didYouMean } from '../../reading/suggest.ts'
import type { LabFiles } from '../lab-files.ts'
import type { Label } from '../labels.ts'
import type { Rule } from './rule.ts'

export const labelsAreLiterals: Rule = ({ labels }) =>
  labels
    .filter(({ text }) => text === null)
    .map(({ source, at }) => {
      const what = 'labels an expectation with what is no text in quotes or backticks.'
      return issueAt(source, at, what, 'Write the label there, so that it can have a phrase.')
    })

export const labelsHavePhrases: Rule = (lab) => {
  const known = new Set(lab.draft.phrases.map(({ en }) => phraseKey(en)))
  return firstOfEach(lab.labels)
    .filter(([key]) => !known.has(key))
    .map(([, { source, at }, text]) => {
      const what = `has the label "${text}", for which lab.yaml has no phrase.`
      const add = `Add to "phrases:" in ${lab.yaml.source.file}: - { en: ${JSON.stringify(text)}, es: ... }`
      return issueAt(source, at, what, didYouMean(text, unusedOf(lab), add))
    })
}

export const phrasesAreLabels: Rule = (lab) => {
  const used = new Set(firstOfEach(lab.labels).map(([key]) => key))
  const known = new Set(lab.draft.phrases.map(({ en }) => phraseKey(en)))
  const unnamed = firstOfEach(lab.labels).flatMap(([key, , text]) => (known.has(key) ? [] : [text]))
  return lab.draft.phrases
    .filter(({ en }) => en !== '' && !used.has(phraseKey(en)))
    .map(({ path, en }) => {
      const what = `has the phrase "${en}", which is the label of no expectation in a spec.`
      const next = didYouMean(en, unnamed, 'Remove it, or write it as the spec has it.')
      return issueAt(lab.yaml.source, lab.yaml.valueAt([...path, 'en']), what, next)
    })
}

export const phrasesAreUnique: Rule = ({ draft, yaml }) => {
  const seen = new Set<string>()
  return draft.phrases.flatMap(({ path, en }): Issue[] => {
    const key = phraseKey(en)
    if (en === '' || !seen.has(key)) {
      seen.add(key)
      return []
    }
    const what = `has the phrase "${en}" a second time.`
    return [issueAt(yaml.source, yaml.valueAt([...path, 'en']), what, 'Keep one of the two.')]
  })
}

/** What a spec fills in has its place in every language. */
export const phrasesKeepTheirNames: Rule = ({ draft, yaml }) =>
  draft.phrases
    .filter(({ en, es }) => en !== '' && es !== '' && namesOf(en) !== namesOf(es))
    .map(({ path, en, es }) => {
      const what = `fills in ${namesOf(en) || 'nothing'} in English and ${namesOf(es) || 'nothing'} in Spanish.`
      const next = 'Use the same {names} in both.'
      return issueAt(yaml.source, yaml.valueAt([...path, 'es']), what, next)
    })

function namesOf(text: string): string {
  const names = new Set(holesOf(text).map((name) => `{${name}}`))
  return [...names].toSorted().join(', ')
}

type Named = readonly [key: string, first: Label, text: string]

function firstOfEach(labels: readonly Label[]): Named[] {
  const first = new Map<string, Named>()
  for (const label of labels) {
    if (label.text === null) continue
    const key = phraseKey(label.text)
    if (!first.has(key)) first.set(key, [key, label, label.text])
  }
  return [...first.values()]
}

/** Phrases that no spec uses: what a label may have meant. */
function unusedOf({ draft, labels }: LabFiles): string[] {
  const used = new Set(firstOfEach(labels).map(([key]) => key))
  return draft.phrases.flatMap(({ en }) => (used.has(phraseKey(en)) ? [] : [en]))
}
