import { en } from '../../reports/locales/en.ts'
import { es } from '../../reports/locales/es.ts'
import type { Language } from '../model/lab.ts'
import { formatNumber } from './numbers.ts'
import type { Sentence, Span } from './report-view.ts'
import { plainText } from './sentence.ts'

type Plural = { readonly one: string; readonly other: string }
type Message = string | Plural

type Key = keyof typeof en

/** The `{names}` in a message. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type NamesOf<M> = M extends Plural ? NamesIn<M['one'] | M['other']> : NamesIn<M>

type Names<K extends Key> = NamesOf<(typeof en)[K]>

/** True when both languages have the same keys and each message the same names. */
type Mistranslated = {
  [K in Key]: K extends keyof typeof es
    ? [Names<K>, NamesOf<(typeof es)[K]>] extends [NamesOf<(typeof es)[K]>, Names<K>]
      ? never
      : K
    : K
}[Key]

/** `T`, unless a key or a name is missing in a language: then a type that names the key. */
type Translated<T> = [Mistranslated | Exclude<keyof typeof es, Key>] extends [never]
  ? T
  : { readonly mistranslated: Mistranslated | Exclude<keyof typeof es, Key> }

type Value = string | number | Span | Sentence
type Values<K extends Key> = { readonly [N in Names<K>]: N extends 'count' ? number : Value }
type Filling = Readonly<Record<string, Value>> & { readonly count?: Value }
type Arguments<K extends Key> = [Names<K>] extends [never] ? [] : [values: Values<K>]
type Words<K extends Key> = [Names<K>] extends [never]
  ? []
  : [values: { readonly [N in Names<K>]: N extends 'count' ? number : string | number }]

export interface Catalogue {
  readonly language: Language
  /** The message as a sentence, its names filled and its plural chosen by `count`. */
  say<K extends Key>(key: K, ...values: Arguments<K>): Sentence
  /** A message as one string; its values are words of ours. */
  word<K extends Key>(key: K, ...values: Words<K>): string
  number(value: number): string
  /** `a, b and c`. */
  list(items: readonly Span[]): Sentence
}

type Messages = Readonly<Record<Language, Readonly<Record<Key, Message>>>>

export const messages: Translated<Messages> = { en, es }

export function catalogue(language: Language): Catalogue {
  const number = (value: number) => formatNumber(language, value)
  const filled = (key: Key, values: Filling = {}) => {
    const template = choose(language, messages[language][key], values.count)
    return fill(template, (name) => toSpans(values[name] ?? '', number))
  }
  return {
    language,
    say: (key, ...[values]) => filled(key, values),
    word: (key, ...[values]) => plainText(filled(key, values)),
    number,
    list: (items) => joinList(language, items),
  }
}

function choose(language: Language, message: Message, count: Value | undefined): string {
  if (typeof message === 'string') return message
  const category = new Intl.PluralRules(language).select(typeof count === 'number' ? count : 0)
  return category === 'one' ? message.one : message.other
}

function fill(template: string, value: (name: string) => Sentence): Sentence {
  return template
    .split(/\{(\w+)\}/)
    .flatMap((part, index): Sentence => (index % 2 === 0 ? [{ text: part }] : value(part)))
    .filter((span) => !('text' in span) || span.text !== '')
}

function toSpans(value: Value, number: (value: number) => string): Sentence {
  if (typeof value === 'string') return [{ text: value }]
  if (typeof value === 'number') return [{ text: number(value) }]
  return isSentence(value) ? value : [value]
}

function isSentence(value: Span | Sentence): value is Sentence {
  return Array.isArray(value)
}

function joinList(language: Language, items: readonly Span[]): Sentence {
  const keys = items.map((_, index) => String(index))
  return new Intl.ListFormat(language)
    .formatToParts(keys)
    .map(
      ({ type, value }) =>
        (type === 'element' ? items[Number(value)] : undefined) ?? { text: value },
    )
}
