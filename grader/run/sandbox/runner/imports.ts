import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { jsonModule } from './json-module.ts'
import { type Packages, resolveImport } from './resolve.ts'
import { toJavaScript } from './source.ts'

/**
 * Makes imports between the files of a submission mean what they mean to vite, and refuses all others but
 * the packages of the course. `submission` is an absolute folder.
 */
export function installImports(submission: string, packages: Packages): void {
  const base = pathToFileURL(`${submission}/`).href
  registerHooks({
    resolve(specifier, context, next) {
      const importer = context.parentURL
      if (importer === undefined || !importer.startsWith(base)) return next(specifier, context)
      const url = resolveImport(specifier, importer, base, packages)
      // vite needs no attribute to import JSON and ignores one that is there
      return { url, importAttributes: {}, format: 'module', shortCircuit: true }
    },
    load(url, context, next) {
      if (!url.startsWith(base)) return next(url, context)
      const text = readFileSync(fileURLToPath(url), 'utf8')
      const file = decodeURI(url.slice(base.length))
      const source = file.endsWith('.json') ? jsonModule(file, text) : toJavaScript(file, text)
      return { format: 'module', source, shortCircuit: true }
    },
  })
}
