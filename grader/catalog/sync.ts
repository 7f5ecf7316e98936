import { courseSchema } from '../model/course.schema.ts'
import { InputError } from '../model/issue.ts'
import { labSchema } from '../model/lab.schema.ts'
import type { Lab } from '../model/lab.ts'
import type { GeneratedFile } from './generated-file.ts'
import { labTables } from './lab-table.ts'
import { readLab, readLabs } from './read-lab.ts'
import { starterFiles } from './starter.ts'

/** Runs the public specs of a lab on its solution: the text of `labs/<lab>/public/expected.json`. */
export type Recorder = (root: string, lab: Lab) => Promise<string>

/**
 * Everything that is generated, as it should be now; nothing is written.
 * @param record makes the recordings; they are left out of the plan without it
 * @throws InputError with the issues of all labs
 */
export async function syncPlan(root: string, record: Recorder | null): Promise<GeneratedFile[]> {
  const labs = await readLabs(root)
  const starters = await Promise.allSettled(labs.map((lab) => starterFiles(root, lab)))
  const issues = starters.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    if (result.reason instanceof InputError) return result.reason.issues
    throw result.reason
  })
  if (issues.length > 0) throw new InputError(issues)
  const recordings: GeneratedFile[] = []
  // one after the other: each runs the specs of a lab
  for (const lab of labs) {
    if (record !== null) recordings.push(await recording(root, lab, record))
  }
  return [
    ...SCHEMAS,
    ...starters.flatMap((result) => (result.status === 'fulfilled' ? result.value : [])),
    ...recordings,
    ...(await labTables(root, labs)),
  ]
}

/** The part of the plan that is about one lab, whatever state the others are in; see `syncPlan`. */
export async function labPlan(
  root: string,
  id: string,
  record: Recorder,
): Promise<GeneratedFile[]> {
  const lab = await readLab(root, id)
  return [...SCHEMAS, ...(await starterFiles(root, lab)), await recording(root, lab, record)]
}

/** Editors complete lab.yaml and course.yaml from them. */
const SCHEMAS: readonly GeneratedFile[] = [
  { path: 'labs/lab.schema.json', content: `${JSON.stringify(labSchema, null, 2)}\n` },
  { path: 'labs/course.schema.json', content: `${JSON.stringify(courseSchema, null, 2)}\n` },
]

async function recording(root: string, lab: Lab, record: Recorder): Promise<GeneratedFile> {
  const path = `labs/${lab.id}/public/expected.json`
  return { path, content: await record(root, lab) }
}
