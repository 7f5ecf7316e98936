import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Visibility } from '../model/lab.ts'
import { shown } from '../reading/source.ts'
import type { YamlFile } from '../reading/yaml-file.ts'
import { type Draft, readDraft } from './draft.ts'
import { type Label, labelsOf } from './labels.ts'
import { type ModuleFile, readModule } from './module-file.ts'
import { readSpec, type SpecFile } from './spec-file.ts'

/** Everything of a lab that the rules look at. */
export interface LabFiles {
  readonly id: string
  /** `labs/<id>` and `solutions/<id>`, as a person would type them. */
  readonly folder: string
  readonly solutionFolder: string
  readonly yaml: YamlFile
  readonly draft: Draft
  readonly specs: readonly SpecFile[]
  /** Of the specs and of what lies beside them. */
  readonly labels: readonly Label[]
  /** By file name of a task; only files that exist. */
  readonly solutions: ReadonlyMap<string, ModuleFile>
  /** By id: the files in `misconceptions/`. */
  readonly misconceptions: ReadonlyMap<string, ModuleFile>
  /** Names of the files directly in the lab's folder. */
  readonly names: readonly string[]
}

/** @param root the course root */
export async function gatherLab(root: string, id: string, yaml: YamlFile): Promise<LabFiles> {
  const folder = join(root, 'labs', id)
  const solutionFolder = join(root, 'solutions', id)
  const draft = readDraft(yaml)
  // the schema reports a path; it is not followed here, so that nothing outside is read
  const solutionFiles = new Set(draft.tasks.map(({ file }) => file).filter(isFileName))
  const [publicOnes, hiddenOnes, solutions, misconceptions, names] = await Promise.all([
    readSpecs(folder, 'public'),
    readSpecs(folder, 'hidden'),
    readModules(solutionFolder, [...solutionFiles]),
    namesIn(join(folder, 'misconceptions')).then(async (files) => {
      const sources = files.filter((name) => name.endsWith('.ts'))
      return readModules(join(folder, 'misconceptions'), sources)
    }),
    namesIn(folder),
  ])
  return {
    id,
    folder: shown(folder),
    solutionFolder: shown(solutionFolder),
    yaml,
    draft,
    specs: [...publicOnes.specs, ...hiddenOnes.specs],
    labels: [...publicOnes.labels, ...hiddenOnes.labels],
    solutions,
    misconceptions: new Map([...misconceptions].map(([name, file]) => [name.slice(0, -3), file])),
    names,
  }
}

const SPEC_SUFFIX = '.spec.ts'

/** The specs of a folder, and the labels in them and in the modules that they share. */
async function readSpecs(folder: string, visibility: Visibility) {
  const names = await namesIn(join(folder, visibility))
  const sources = names.filter((name) => name.endsWith('.ts'))
  const modules = [...(await readModules(join(folder, visibility), sources))]
  return {
    specs: modules
      .filter(([name]) => name.endsWith(SPEC_SUFFIX))
      .map(([, module]) => readSpec(module, visibility)),
    labels: modules.flatMap(([, module]) => labelsOf(module, visibility)),
  }
}

async function readModules(folder: string, names: readonly string[]) {
  const modules = await Promise.all(names.map((name) => readModule(join(folder, name))))
  return new Map(
    names.flatMap((name, index) => {
      const module = modules[index]
      return module === null || module === undefined ? [] : [[name, module] as const]
    }),
  )
}

/** Names in a folder, sorted; none when it does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
  return names.sort()
}

function isFileName(file: string): boolean {
  return !/[\\/]/.test(file)
}
