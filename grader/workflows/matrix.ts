import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { labIds } from '../catalog/index.ts'
import { readCourse } from '../course/index.ts'

/** Pull requests that one job grades: to start a job takes longer than to grade some of them. */
const PULLS_PER_SHARD = 20
/** A workflow's matrix has at most so many jobs. */
const MOST_SHARDS = 256

/**
 * What the jobs after `plan` read, as lines for the file GITHUB_OUTPUT: the numbers of the shards and
 * the labels of the machine, both as JSON.
 */
export function outputs(plan: unknown, runsOn: readonly string[]): string {
  const shards = Math.min(MOST_SHARDS, Math.ceil(countPulls(plan) / PULLS_PER_SHARD))
  const numbers = Array.from({ length: shards }, (_, index) => index + 1)
  return `shards=${JSON.stringify(numbers)}\nruns-on=${JSON.stringify(runsOn)}\n`
}

function countPulls(plan: unknown): number {
  const isPlan = typeof plan === 'object' && plan !== null && 'pulls' in plan
  if (isPlan && Array.isArray(plan.pulls)) return plan.pulls.length
  throw new Error('this plan lists no pull requests: write it with "gradus plan --out plan.json"')
}

if (import.meta.main) {
  const [, , planFile, folder] = argv
  if (planFile === undefined || folder === undefined) {
    throw new Error('say a plan and the folder of a course: node matrix.ts plan.json .')
  }
  const plan: unknown = JSON.parse(readFileSync(planFile, 'utf8'))
  const { course } = await readCourse(folder, await labIds(folder))
  stdout.write(outputs(plan, course.runsOn))
}
