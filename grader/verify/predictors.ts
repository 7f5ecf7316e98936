import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readModule } from '../catalog/index.ts'
import type { Lab } from '../model/lab.ts'
import type { CheckOutcome } from '../model/outcome.ts'
import type { TaskResult } from '../model/scorecard.ts'
import type { Finding } from './finding.ts'

/** Every lab that trains is tried with these. */
const NEEDED = ['constant', 'random'] as const

/** Code that learns nothing, in place of some exports of the solution. */
export interface Predictor {
  readonly name: string
  /** Absolute path. */
  readonly path: string
  /** Ids of the tasks whose exports it replaces. */
  readonly tasks: readonly string[]
}

/** The files of `labs/<lab>/predictors`, sorted. */
export async function readPredictors(root: string, lab: Lab): Promise<Predictor[]> {
  const folder = join(root, 'labs', lab.id, 'predictors')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return await Promise.all(
    files.toSorted().map(async (file) => {
      const path = join(folder, file)
      const module = await readModule(path)
      const tasks = lab.tasks.filter(({ exports }) => exports.some((it) => module?.exports.has(it)))
      return { name: file.replace(/\.ts$/, ''), path, tasks: tasks.map(({ id }) => id) }
    }),
  )
}

/** The predictors that a lab with thresholds lacks, and those that replace nothing. */
export function incompletePredictors(lab: Lab, predictors: readonly Predictor[]): Finding[] {
  const trains = lab.tasks.some(({ checks }) => checks.some(({ threshold }) => threshold !== null))
  if (!trains) return []
  const missing = NEEDED.filter((name) => !predictors.some((each) => each.name === name))
  const idle = predictors.filter(({ tasks }) => tasks.length === 0)
  return [
    ...missing.map((name) => ({
      rule: 'predictors' as const,
      about: `predictors/${name}.ts`,
      what: 'does not exist; it shows that an answer without any learning earns nothing',
    })),
    ...idle.map(({ name }) => ({
      rule: 'predictors' as const,
      about: `predictors/${name}.ts`,
      what: 'exports nothing that a task does',
    })),
  ]
}

/** A predictor earns nothing, and is told so by what it measures: a crash would prove nothing. */
export function lazyAnswersFail(
  scored: readonly TaskResult[],
  outcomes: readonly CheckOutcome[],
  name: string,
): Finding[] {
  const rule = 'predictors'
  return outcomes.flatMap(({ task, check, end, measurements }): Finding[] => {
    const result = scored.find(({ id }) => id === task)?.checks.find(({ id }) => id === check)
    const about = `predictors/${name}.ts`
    if (result === undefined || end.kind !== 'completed') {
      const what = `ends ${task}/${check} with ${end.kind}, which proves nothing: ${JSON.stringify(end)}`
      return [{ rule, about, what: what.slice(0, 400) }]
    }
    if (result.points === 0) return []
    const measured = JSON.stringify(measurements)
    return [{ rule, about, what: `gets ${result.points} points of ${task}/${check}: ${measured}` }]
  })
}
