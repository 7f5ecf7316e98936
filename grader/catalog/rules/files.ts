import type { Issue } from '../../model/issue.ts'
import { PACKAGES } from '../../model/package.ts'
import { issueAt, issueWith } from '../../reading/source.ts'
import { didYouMean, list } from '../../reading/suggest.ts'
import type { DraftTask } from '../draft.ts'
import { isLabId } from '../lab-id.ts'
import type { ModuleFile } from '../module-file.ts'
import type { Rule } from './rule.ts'

export const exportNamesAreUnique: Rule = ({ draft, yaml }) => {
  const owners = new Map<string, string>()
  return draft.tasks.flatMap(({ id, path, exports }) =>
    exports.flatMap((name): Issue[] => {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, id)
      if (owner === undefined || owner === id) return []
      const what = `task "${id}" exports "${name}", as task "${owner}" does.`
      const next = 'Rename one of the two: a spec calls functions by name alone.'
      return [issueAt(yaml.source, yaml.keyAt([...path, 'exports']), what, next)]
    }),
  )
}

export const solutionsExportTheirTasks: Rule = ({ draft, yaml, solutions, solutionFolder }) =>
  draft.tasks.flatMap(({ id, path, file, exports }): Issue[] => {
    const solution = solutions.get(file)
    const at = yaml.keyAt([...path, 'file'])
    // the schema has said that this is no file name
    if (file.includes('/')) return []
    if (solution === undefined) {
      const what = `task "${id}" is solved in ${solutionFolder}/${file}, which does not exist.`
      const next = didYouMean(
        file,
        [...solutions.keys()],
        'Write that file, or name it in "file:".',
      )
      return [issueAt(yaml.source, at, what, next)]
    }
    return missingExports(exports, solution).map((name) => {
      const what = `task "${id}" needs "${name}", which ${solution.source.file} does not export.`
      const next = didYouMean(name, [...solution.exports.keys()], 'Export it, or list "exports:".')
      return issueAt(yaml.source, yaml.keyAt([...path, 'exports']), what, next)
    })
  })

export const modulesParse: Rule = ({ solutions, misconceptions }) =>
  [...solutions.values(), ...misconceptions.values()].flatMap(({ issues }) => issues)

/** Where packages are not listed, submissions that import them are refused. */
export const packagesAreListed: Rule = ({ draft, solutions, misconceptions }) =>
  [...solutions.values(), ...misconceptions.values()].flatMap(({ source, imports }) =>
    PACKAGES.filter((name) => imports.has(name) && !draft.packages.includes(name)).map((name) => {
      const what = `imports "${name}", which lab.yaml does not list.`
      return issueAt(source, imports.get(name) ?? 0, what, `Add to lab.yaml: packages: [${name}]`)
    }),
  )

export const misconceptionsHaveFiles: Rule = ({ draft, yaml, misconceptions, folder }) => {
  const named = new Set(draft.tasks.flatMap((task) => task.misconceptions))
  const unnamed = [...misconceptions.keys()].filter((id) => !named.has(id))
  return draft.tasks.flatMap((task) =>
    task.misconceptions
      .filter((id) => !misconceptions.has(id))
      .map((id) => {
        const what = `misconception "${id}" of task "${task.id}" has no file.`
        const write = `Write ${folder}/misconceptions/${id}.ts.`
        const at = yaml.keyAt([...task.path, 'misconceptions', id])
        return issueAt(yaml.source, at, what, didYouMean(id, unnamed, write))
      }),
  )
}

export const misconceptionFilesAreNamed: Rule = ({ draft, misconceptions }) => {
  const named = draft.tasks.flatMap((task) => task.misconceptions)
  const missing = named.filter((id) => !misconceptions.has(id))
  return [...misconceptions]
    .filter(([id]) => !named.includes(id))
    .map(([id, { source }]) => {
      const what = `is a misconception of no task in lab.yaml.`
      const add = `Add "${id}" to the misconceptions of its task, or remove the file.`
      return issueWith(source.file, what, didYouMean(id, missing, add))
    })
}

export const misconceptionsBelongToOneTask: Rule = ({ draft, yaml }) => {
  const owners = new Map<string, string>()
  return draft.tasks.flatMap((task) =>
    task.misconceptions.flatMap((id): Issue[] => {
      const owner = owners.get(id)
      owners.set(id, owner ?? task.id)
      if (owner === undefined) return []
      const what = `misconception "${id}" belongs to task "${owner}" already.`
      const at = yaml.keyAt([...task.path, 'misconceptions', id])
      return [issueAt(yaml.source, at, what, 'Give each task a file of its own.')]
    }),
  )
}

export const misconceptionsOverrideTheirTask: Rule = ({ draft, misconceptions }) =>
  draft.tasks.flatMap((task) =>
    task.misconceptions.flatMap((id) => {
      const file = misconceptions.get(id)
      return file === undefined || file.issues.length > 0 ? [] : overrides(task, file)
    }),
  )

function overrides({ id, exports }: DraftTask, file: ModuleFile): Issue[] {
  const given = [...file.exports]
  const foreign = given.filter(([name]) => !exports.includes(name))
  if (foreign.length === given.length && !file.reexportsAll) {
    const what = `exports nothing of task "${id}".`
    const [name = ''] = foreign[0] ?? []
    const next = didYouMean(name, exports, `Export ${list(exports)}, done wrong.`)
    return [issueWith(file.source.file, what, next)]
  }
  return foreign.map(([name, at]) => {
    const what = `exports "${name}", which is not of task "${id}".`
    return issueAt(file.source, at, what, didYouMean(name, exports, 'Do not export it.'))
  })
}

function missingExports(names: readonly string[], module: ModuleFile): string[] {
  // a syntax error hides the exports, and `export *` has names that only the other file knows
  if (module.reexportsAll || module.issues.length > 0) return []
  return names.filter((name) => !module.exports.has(name))
}

const HANDOUTS = ['handout.en.md', 'handout.es.md'] as const

export const handoutsExist: Rule = ({ folder, names }) =>
  HANDOUTS.filter((name) => !names.includes(name)).map((name) => {
    const what = 'does not exist.'
    const next = 'Write the handout in each language; students read it as their README.'
    return issueWith(`${folder}/${name}`, what, didYouMean(name, unknown(names), next))
  })

/** Files that may be a misspelt handout. */
function unknown(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.md') && !HANDOUTS.some((known) => known === name))
}

export const labIdIsKebabCase: Rule = ({ id, folder }) => {
  if (isLabId(id)) return []
  const what = `"${id}" cannot be the id of a lab.`
  const next = 'Rename the folder: small letters, digits and single hyphens.'
  return [issueWith(folder, what, next)]
}
