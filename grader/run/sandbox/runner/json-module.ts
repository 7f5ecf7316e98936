import { placeAt, SourceBroken } from './source.ts'

/** The value as default export, and its keys that can be names as named exports, as vite does. */
export function jsonModule(file: string, text: string): string {
  const value = parse(file, text)
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const named = Object.entries(keys)
    .filter(([key]) => /^[A-Za-z_$][\w$]*$/.test(key) && !RESERVED.has(key))
    .map(([key, item]) => `export const ${key} = ${JSON.stringify(item)}\n`)
  return `export default ${JSON.stringify(value)}\n${named.join('')}`
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not JSON'
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? 0)
    throw new SourceBroken(message, placeAt(file, text, offset))
  }
}

const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum ' +
    'eval export extends false finally for function if implements import in instanceof interface ' +
    'let new null package private protected public return static super switch this throw true try ' +
    'typeof var void while with yield'
  ).split(' '),
)
