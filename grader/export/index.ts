import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { namesIn } from '../catalog/lab-files.ts'
import type { Backbone } from '../model/backbone.ts'
import { InputError } from '../model/issue.ts'
import type { Lab, Language } from '../model/lab.ts'
import { issueAt, shown } from '../reading/source.ts'
import { graderVersion } from '../run/provenance.ts'
import { backboneFiles } from './backbone-files.ts'
import { exportedLab } from './exported-lab.ts'
import { handoutFiles } from './handout.ts'
import { closure, lockedPackages, pinned } from './lock.ts'
import { FOOTERS, json, settingsFiles } from './settings-files.ts'
import { type ExportedFile, vendoredFiles } from './vendor.ts'

export { stampOf } from './stamp.ts'
export type { ExportedFile } from './vendor.ts'
export { updateRepository, writeRepository } from './write.ts'

/**
 * Every file of a student's repository of a lab: handout, stubs, public checks, and what runs them.
 * Nothing hidden: from `labs/` come the pages of one language, their pictures and `public/` alone, from
 * `lab.yaml` what `exportedLab` leaves of it, and from `starter/` all.
 * @param root the course root
 * @param backbone the lab's pretrained network, of which the repository gets a copy
 * @throws InputError for links of the handout that lead elsewhere, and public checks that need data
 */
export async function repositoryFiles(
  root: string,
  lab: Lab,
  language: Language,
  backbone: Backbone | null,
): Promise<ExportedFile[]> {
  const folder = join(root, 'labs', lab.id)
  const [pages, tests, stubs, vendored, network, packages] = await Promise.all([
    handoutFiles(folder, language, FOOTERS[language]),
    publicSpecs(join(folder, 'public')),
    folderFiles(join(root, 'starter', lab.id), 'src'),
    vendoredFiles(backbone?.format === 'graph'),
    backboneFiles(backbone),
    lockedPackages(),
  ])
  const graderVersionHere = graderVersion()
  const versions = {
    graderVersion: graderVersionHere,
    backendVersion: pinned(packages, '@tensorflow/tfjs'),
  }
  const names = ['@tensorflow/tfjs', 'vitest', ...lab.packages]
  const dependencies = {
    ...Object.fromEntries(names.map((name) => [name, pinned(packages, name)])),
    gradus: 'file:.gradus',
  }
  const manifest = {
    name: lab.id,
    private: true,
    type: 'module',
    engines: { node: '^22.12.0 || ^24.0.0 || >=26.0.0' },
    scripts: { check: 'node .gradus/check.mjs' },
    imports: {
      '#kit': { types: './.gradus/types/kit/index.d.ts', default: './.gradus/kit.mjs' },
      [`#starter/${lab.id}/*`]: './src/*',
    },
    dependencies,
    allowScripts: { 'core-js': false },
  }
  const { name, engines } = manifest
  const layers = {
    name: 'gradus',
    version: graderVersionHere,
    type: 'module',
    exports: { './layers': { types: './types/layers/index.d.ts', default: './layers.mjs' } },
  }
  const lock = {
    name,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name, dependencies, engines },
      '.gradus': { name: 'gradus', version: graderVersionHere },
      ...closure(packages, names),
      'node_modules/gradus': { resolved: '.gradus', link: true },
    },
  }
  const texts = {
    ...settingsFiles(),
    '.gradus/lab.json': json(exportedLab(lab, language, backbone, versions)),
    '.gradus/package.json': json(layers),
    'package-lock.json': json(lock),
    'package.json': json(manifest),
  }
  const written = Object.entries(texts).map(([path, text]) => ({
    path,
    content: Buffer.from(text),
  }))
  return [...pages, ...stubs, ...tests, ...vendored, ...network, ...written].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  )
}

/** Data sets hold the examples that judge, so that no student has them: such a check must be hidden. */
async function publicSpecs(folder: string): Promise<ExportedFile[]> {
  const files = await folderFiles(folder, 'tests')
  const issues = files.flatMap(({ path, content }) => {
    const text = Buffer.from(content).toString('utf8')
    const uses = [...text.matchAll(/\bdataset\s*\.\s*(?:training|heldOut)\b/g)]
    const source = { file: shown(join(folder, basename(path))), text }
    const what = 'draws from the data set, which a student does not have.'
    const next = 'Move the check to hidden/, or write its numbers into it.'
    return uses.map(({ index }) => issueAt(source, index, what, next))
  })
  if (issues.length > 0) throw new InputError(issues)
  return files
}

/** The files directly in a folder. */
async function folderFiles(from: string, to: string): Promise<ExportedFile[]> {
  const names = await namesIn(from)
  const entries = names.length === 0 ? [] : await readdir(from, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return Promise.all(
    files.toSorted().map(async (name) => {
      return { path: `${to}/${name}`, content: await readFile(join(from, name)) }
    }),
  )
}
