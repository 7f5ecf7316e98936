import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Issue } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import { schemaIssues } from '../reading/schema-issues.ts'
import { issueWith, shown, sortIssues } from '../reading/source.ts'
import { didYouMean, list } from '../reading/suggest.ts'
import { readYaml } from '../reading/yaml-file.ts'
import { gatherLab } from './lab-files.ts'
import { hashLab } from './lab-hash.ts'
import validate from './lab-validator.generated.js'
import { ADVICE, LAB_WORDS } from './lab-words.ts'
import { testsOf } from './rules/checks.ts'
import { RULES } from './rules/index.ts'
import { toLab } from './to-lab.ts'

/** The ids of the labs of a course: the names of the folders in `labs/`, sorted. */
export async function labIds(root: string): Promise<string[]> {
  const folder = join(root, 'labs')
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
      const next = 'Run gradus in the folder of a course, or name it with --root.'
      throw new InputError([issueWith(shown(folder), 'does not exist.', next)])
    },
  )
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  return folders.map(({ name }) => name).sort()
}

/**
 * Reads and checks a lab: `labs/<id>/lab.yaml`, its specs and misconceptions, and its solution.
 * @param root the course root
 * @throws InputError with every issue found, sorted by place
 */
export async function readLab(root: string, id: string): Promise<Lab> {
  const ids = await labIds(root)
  if (ids.includes(id)) return readKnownLab(root, id)
  const all = ids.length === 0 ? 'Make one with: gradus new ID' : `There are ${list(ids, 'and')}.`
  const what = `has no lab "${id}".`
  throw new InputError([issueWith(shown(join(root, 'labs')), what, didYouMean(id, ids, all))])
}

/** All labs of a course. @throws InputError with the issues of all of them */
export async function readLabs(root: string): Promise<Lab[]> {
  const ids = await labIds(root)
  const results = await Promise.allSettled(ids.map((id) => readKnownLab(root, id)))
  const issues = results.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    if (result.reason instanceof InputError) return result.reason.issues
    throw result.reason
  })
  if (issues.length > 0) throw new InputError(issues)
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

async function readKnownLab(root: string, id: string): Promise<Lab> {
  const path = join(root, 'labs', id, 'lab.yaml')
  const { yaml, issues } = await readYaml(path, ADVICE)
  if (yaml === null) throw new InputError(sortIssues(issues, shown(path)))
  const { data } = yaml
  const valid = validate(data)
  const errors: Issue[] = valid ? [] : schemaIssues(yaml, validate.errors ?? [], LAB_WORDS)
  const files = await gatherLab(root, id, yaml)
  const all = [...issues, ...errors, ...RULES.flatMap((rule) => rule(files))]
  if (!valid || all.length > 0) throw new InputError(sortIssues(all, yaml.source.file))
  const visibilities = new Map(
    testsOf(files).map(({ task, check, spec }) => [`${task}/${check}`, spec.visibility]),
  )
  return toLab(id, data, {
    hash: await hashLab(root, id),
    visibilityOf: (task, check) => visibilities.get(`${task}/${check}`) ?? null,
    publicLabels: files.labels.flatMap(({ visibility, text }) =>
      visibility === 'public' && text !== null ? [text] : [],
    ),
  })
}
