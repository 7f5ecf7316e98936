import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Place, placeAt } from './source.ts'

/** What a submission may import, and the absolute path of the file that stands for it. */
export type Packages = ReadonlyMap<string, string>

/** Tried after a specifier without an extension, in the order of vite. */
const EXTENSIONS = ['.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json']
/** TypeScript names its sources by what they compile to. */
const COMPILED: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.jsx': ['.tsx'],
}

/** An import that the course does not allow or that leads nowhere. */
export class ImportRefused extends Error {
  readonly place: Place
  constructor(message: string, place: Place) {
    super(message)
    this.name = 'ImportRefused'
    this.place = place
  }
}

/** URL of the file that an import means; `base` is the submission's own. Throws ImportRefused. */
export function resolveImport(
  specifier: string,
  importer: string,
  base: string,
  packages: Packages,
): string {
  const stand = packages.get(specifier)
  if (stand !== undefined) return pathToFileURL(stand).href
  const refuse = (what: string) => new ImportRefused(what, importPlace(specifier, importer, base))
  if (!/^\.\.?(\/|$)/.test(specifier)) {
    throw refuse(`only ${list([...packages.keys()])} can be imported; found '${specifier}'`)
  }
  const target = new URL(specifier, importer)
  if (!`${target.href}/`.startsWith(base)) {
    throw refuse(`'${specifier}' leads out of the submission`)
  }
  const found = candidates(fileURLToPath(target)).find(isFile)
  if (found === undefined) throw refuse(`there is no file '${specifier}'`)
  return pathToFileURL(found).href
}

function list(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function candidates(path: string): string[] {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? ''
  const stem = path.slice(0, path.length - extension.length)
  const folder = path.endsWith('/') ? path.slice(0, -1) : path
  return [
    path,
    ...(COMPILED[extension] ?? []).map((source) => stem + source),
    ...EXTENSIONS.map((suffix) => path + suffix),
    ...EXTENSIONS.map((suffix) => `${folder}/index${suffix}`),
  ]
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

/** Where the importing file names the specifier first. */
export function importPlace(specifier: string, importer: string, base: string): Place {
  const source = readFileSync(fileURLToPath(importer), 'utf8')
  const offsets = [`'${specifier}'`, `"${specifier}"`]
    .map((quoted) => source.indexOf(quoted))
    .filter((offset) => offset >= 0)
  const offset = offsets.length === 0 ? 0 : Math.min(...offsets)
  // the statement, not the name at its end, is what an editor should go to
  const lineStart = source.lastIndexOf('\n', offset) + 1
  return placeAt(decodeURI(importer.slice(base.length)), source, lineStart)
}
