import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { labIds } from '../catalog/index.ts'
import { readCourse } from '../course/index.ts'

/** A workflow's matrix has at most so many jobs. */
const MOST_SHARDS = 256

/**
 * What the jobs after `plan` read, as lines for the file GITHUB_OUTPUT: the numbers of the shards and
 * the labels of the machine, both as JSON.
 */
export function outputs(plan: unknown, runsOn: readonly string[]): string {
  const shards = shardsOf(plan)
  const numbers = Array.from({ length: shards }, (_, index) => index + 1)
  return `shards=${JSON.stringify(numbers)}\nruns-on=${JSON.stringify(runsOn)}\n`
}

function shardsOf(plan: unknown): number {
  if (typeof plan === 'object' && plan !== null && 'shards' in plan) {
    const { shards } = plan
    if (Number.isInteger(shards) && typeof shards === 'number' && shards >= 0) {
      if (shards <= MOST_SHARDS) return shards
      throw new Error(
        `the plan has ${shards} shards, and GitHub starts at most ${MOST_SHARDS} jobs`,
      )
    }
  }
  throw new Error('the plan says no number of shards: write it with "gradus plan"')
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
