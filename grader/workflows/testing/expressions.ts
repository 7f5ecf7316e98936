import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** How the part of the workflow before this one ended: what `success()` and its kin ask for. */
export type State = 'success' | 'failure' | 'cancelled'

export type Contexts = Readonly<Record<string, Json>>

/** The value of an expression, by the evaluator that GitHub's own editor uses. */
export function evaluate(expression: string, contexts: Contexts, state: State): Json {
  const functions = statusFunctions(state)
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), functions).parse()
  const named = new Map(functions.map((one) => [one.name, one]))
  const value = new Evaluator(tree, contextData(contexts), named).evaluate()
  const plain: Json = JSON.parse(JSON.stringify(value, data.replacer) ?? 'null')
  return plain
}

/** Whether an `if:` holds. Without a status function it asks for success, too. */
export function holds(condition: string, contexts: Contexts, state: State): boolean {
  const bare = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
  const asks = /\b(success|failure|cancelled|always)\s*\(/.test(bare)
  const whole = asks ? bare : `success() && (${bare})`
  return evaluate(`!!(${whole})`, contexts, state) === true
}

/** A value of the file with its `${{ }}` evaluated: alone it keeps its type, within a text it is one. */
export function fill(value: Json, contexts: Contexts, state: State): Json {
  if (typeof value === 'string') return fillText(value, contexts, state)
  if (Array.isArray(value)) return value.map((item: Json) => fill(item, contexts, state))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fill(item, contexts, state)]),
  )
}

function fillText(text: string, contexts: Contexts, state: State): Json {
  const [, only] = /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(text) ?? []
  if (only !== undefined) return evaluate(only, contexts, state)
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, inner: string) =>
    asText(evaluate(inner, contexts, state)),
  )
}

/** As GitHub writes a value into a text or an environment. */
export function asText(value: Json): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function statusFunctions(state: State) {
  const status = (name: string, holds: boolean) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(holds),
  })
  return [
    status('success', state === 'success'),
    status('failure', state === 'failure'),
    status('cancelled', state === 'cancelled'),
    status('always', true),
  ]
}

function contextData(contexts: Contexts): data.Dictionary {
  const dictionary = new data.Dictionary()
  for (const [name, value] of Object.entries(contexts)) {
    dictionary.add(name, JSON.parse(JSON.stringify(value), data.reviver))
  }
  return dictionary
}
