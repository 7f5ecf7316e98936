import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readLab } from '../../catalog/index.ts'
import { Unreachable } from '../../fetch/index.ts'
import { InputError } from '../../model/issue.ts'
import type { PlannedPull, PullResult } from '../../model/pulls.ts'
import type { Scorecard } from '../../model/scorecard.ts'
import type { Workspace } from '../../model/workspace.ts'
import { type GradeOptions, grade } from '../grade.ts'
import { makeScratch, removeScratch } from '../scratch.ts'
import type { World } from '../world.ts'
import { fetcher } from './connection.ts'
import { writeResult } from './results.ts'

export type GradePlanOptions = Omit<GradeOptions, 'lab' | 'final' | 'fetch' | 'onEach'>

/**
 * Grades planned pull requests and writes a result for each into a folder. All of them are fetched before
 * any code of a student runs, and the token that fetched them is given back in between.
 */
export async function gradePlanned(
  pulls: readonly PlannedPull[],
  results: string,
  options: GradePlanOptions,
  world: World,
): Promise<void> {
  const scratch = makeScratch()
  mkdirSync(results, { recursive: true })
  try {
    const fetched = await fetchAll(pulls, options.root, scratch, world)
    for (const alike of Map.groupBy(pulls, ({ lab, split }) => `${lab} ${split}`).values()) {
      const [first] = alike
      if (first === undefined) continue
      const final = first.split === 'final' ? true : undefined
      await gradeLab(alike, fetched, results, { ...options, lab: first.lab, final }, world)
    }
  } finally {
    removeScratch(scratch)
  }
}

type Fetched = ReadonlyMap<PlannedPull, Workspace | Error>

async function fetchAll(
  pulls: readonly PlannedPull[],
  root: string,
  scratch: string,
  world: World,
): Promise<Fetched> {
  const fetching = fetcher(world.env)
  const fetched = new Map<PlannedPull, Workspace | Error>()
  try {
    for (const [index, pull] of pulls.entries()) {
      const place = join(scratch, `fetched-${index}`)
      mkdirSync(place)
      const lab = await readLab(root, pull.lab)
      fetched.set(pull, await fetching.fetch(pull.source, { lab, scratch: place }).catch(asError))
    }
  } finally {
    await fetching.revoke().catch(() => undefined)
  }
  return fetched
}

async function gradeLab(
  pulls: readonly PlannedPull[],
  fetched: Fetched,
  results: string,
  options: GradeOptions,
  world: World,
): Promise<void> {
  const written = new Set<PlannedPull>()
  const write = (pull: PlannedPull, result: PullResult['result']) => {
    const { repository, number, lab, head, commit } = pull
    const schema = 'gradus/pull-result/v1'
    writeResult(results, { schema, repository, number, lab, head, commit, result })
    written.add(pull)
  }
  const there = pulls.filter((pull) => !(fetched.get(pull) instanceof Error))
  for (const pull of pulls) {
    const failed = fetched.get(pull)
    if (failed instanceof Error) write(pull, resultOf(failed))
  }
  if (there.length === 0) return
  const bySource = new Map(there.map((pull) => [pull.source, fetched.get(pull)]))
  const fetch = async (source: string) => {
    const found = bySource.get(source)
    if (found === undefined || found instanceof Error) throw new Error(`${source} was not fetched`)
    return found
  }
  const onEach = (index: number, result: Scorecard | InputError) => {
    const pull = there[index]
    if (pull !== undefined) write(pull, resultOf(result))
  }
  const sources = there.map(({ source }) => source)
  await grade(sources, { ...options, fetch, onEach }, world).catch((error: unknown) => {
    // whoever was graded keeps that; the others are told that it is our fault
    world.stderr.write(`${asError(error).stack ?? ''}\n`)
    for (const pull of there) if (!written.has(pull)) write(pull, resultOf(asError(error)))
  })
}

function resultOf(result: Scorecard | Error): PullResult['result'] {
  if (!(result instanceof Error)) return { kind: 'graded', card: result }
  const isTheirs = result instanceof InputError && !(result instanceof Unreachable)
  return isTheirs
    ? { kind: 'refused', issues: result.issues }
    : { kind: 'fault', message: result.message }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
