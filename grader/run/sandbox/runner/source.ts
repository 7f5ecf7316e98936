import { createRequire } from 'node:module'
import { basename, extname, join } from 'node:path'

/** A place in a file of the submission, 1-based. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A file that does not parse. */
export class SourceBroken extends SyntaxError {
  readonly place: Place
  constructor(message: string, place: Place) {
    super(message)
    this.name = 'SyntaxError'
    this.place = place
  }
}

interface Transformed {
  readonly code: string
  readonly map?: object
  readonly errors: readonly {
    readonly message: string
    readonly labels: readonly { readonly start: number }[]
  }[]
}

interface Transformer {
  transformSync(
    file: string,
    source: string,
    options: { readonly lang: string; readonly sourcemap: boolean },
  ): Transformed
}

const LANGUAGES: Readonly<Record<string, string>> = {
  '.js': 'js',
  '.cjs': 'js',
  '.mjs': 'js',
  '.jsx': 'jsx',
  '.ts': 'ts',
  '.cts': 'ts',
  '.mts': 'ts',
  '.tsx': 'tsx',
}

/**
 * JavaScript for one file, by the transformer that vite hands files to, so that what vitest accepts is
 * accepted here. It works in here because a source nested 20,000 deep overflows its stack, which must end
 * the sandbox and not the judge. Throws SourceBroken.
 *
 * @param file path inside the submission
 */
export function toJavaScript(file: string, source: string): string {
  const lang = LANGUAGES[extname(file)] ?? 'js'
  const { code, map, errors } = transformer().transformSync(basename(file), source, {
    lang,
    sourcemap: true,
  })
  const [error] = errors
  if (error !== undefined) {
    throw new SourceBroken(error.message, placeAt(file, source, error.labels[0]?.start ?? 0))
  }
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64')
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${encoded}`
}

let loaded: Transformer | null = null

/** The native transformer that lies beside the bundle; loading takes some milliseconds. */
export function transformer(): Transformer {
  if (loaded !== null) return loaded
  const native: unknown = createRequire(__filename)(join(__dirname, 'transform.node'))
  if (!isTransformer(native)) throw new Error('transform.node has no transformSync')
  loaded = native
  return loaded
}

function isTransformer(native: unknown): native is Transformer {
  return typeof native === 'object' && native !== null && 'transformSync' in native
}

/** The place of a character, counted as editors do. */
export function placeAt(file: string, source: string, offset: number): Place {
  const before = source.slice(0, offset)
  return {
    file,
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  }
}
