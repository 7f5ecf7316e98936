import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { jsonModule } from './json-module.ts'
import { PACKAGES, resolveFile } from './resolve.ts'
import { toJavaScript } from './source.ts'

/**
 * Makes imports between the files of a submission mean what they mean to vite, and refuses all others but
 * the packages of the course. `submission` is an absolute folder, and so is `runtime`, where the packages are.
 */
export function installImports(submission: string, runtime: string): void {
  const base = pathToFileURL(`${submission}/`).href
  registerHooks({
    resolve(specifier, context, next) {
      const importer = context.parentURL
      if (importer === undefined || !importer.startsWith(base)) return next(specifier, context)
      const stand = PACKAGES.get(specifier)
      const url =
        stand === undefined
          ? resolveFile(specifier, importer, base)
          : pathToFileURL(`${runtime}/${stand}`).href
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
