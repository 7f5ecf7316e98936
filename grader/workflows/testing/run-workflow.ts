import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { asText, type Contexts, fill, holds, type Json, type State } from './expressions.ts'
import { runScript, type StepRun } from './run-step.ts'
import { isRecord, type Job, readWorkflow, type Step } from './workflow-file.ts'

/** Plays an action: its inputs, and the folder of the job. */
export type Action = (inputs: Readonly<Record<string, string>>, workspace: string) => void

export interface Setting {
  /** Name of the event, and what the expressions of the workflow may read. */
  readonly contexts: Contexts
  /** Environment of every step. */
  readonly environment: Readonly<Record<string, string>>
  /** By name, without the commit. */
  readonly actions: Readonly<Record<string, Action>>
  /** Empty folder for this run. */
  readonly scratch: string
}

export interface JobRun {
  readonly id: string
  readonly result: 'success' | 'failure' | 'skipped'
  readonly runsOn: Json
  readonly permissions: unknown
  readonly concurrency: Json
  readonly matrix: Readonly<Record<string, Json>>
  readonly workspace: string
  readonly steps: readonly StepRun[]
  readonly outputs: Readonly<Record<string, string>>
}

const JOB_KEYS = `needs if runs-on permissions strategy outputs concurrency timeout-minutes steps`
const STEP_KEYS = `id name if uses run with env`

/**
 * Executes the jobs of a workflow file on this machine, one after another, each in a folder of its own:
 * scripts as they stand there, actions by the functions given. What it cannot execute it refuses.
 */
export async function runWorkflow(text: string, setting: Setting): Promise<JobRun[]> {
  const { jobs } = readWorkflow(text)
  const done: JobRun[] = []
  for (const [id, job] of Object.entries(jobs)) {
    refuseOthers(id, job, JOB_KEYS)
    done.push(...(await runJob(id, job, done, setting)))
  }
  return done
}

async function runJob(
  id: string,
  job: Job,
  done: readonly JobRun[],
  setting: Setting,
): Promise<JobRun[]> {
  const needs = Object.fromEntries([job.needs ?? []].flat().map((name) => [name, need(name, done)]))
  const contexts = { ...setting.contexts, needs }
  const results = Object.values(needs).map(({ result }) => result)
  const state: State = results.every((result) => result === 'success') ? 'success' : 'failure'
  if (!holds(asText(job.if ?? 'success()'), contexts, state)) return [skipped(id, job)]
  const matrices = matrixOf(job, contexts)
  const runs: JobRun[] = []
  for (const [index, matrix] of matrices.entries()) {
    const strategy = { 'job-index': index, 'job-total': matrices.length }
    const number = `${id}-${index + 1}`
    runs.push(await runOne(id, job, number, { ...contexts, matrix, strategy }, setting))
  }
  return runs
}

/** The result of a job is the worst of its matrix. */
function need(name: string, done: readonly JobRun[]) {
  const runs = done.filter(({ id }) => id === name)
  const [first] = runs
  if (first === undefined)
    throw new Error(`job ${name} does not stand before the one that needs it`)
  const failed = runs.find(({ result }) => result !== 'success')
  return { result: (failed ?? first).result, outputs: first.outputs }
}

function matrixOf({ strategy }: Job, contexts: Contexts): Record<string, Json>[] {
  const axes = Object.entries(strategy?.matrix ?? {})
  const [axis] = axes
  if (axis === undefined) return [{}]
  const [name, values] = axis
  const list = typeof values === 'string' ? fill(values, contexts, 'success') : values
  if (axes.length > 1 || !Array.isArray(list)) throw new Error('a matrix is one list here')
  if (list.length === 0) throw new Error(`GitHub refuses a matrix whose ${name} is empty`)
  return list.map((value: Json) => ({ [name]: value }))
}

async function runOne(
  id: string,
  job: Job,
  number: string,
  given: Contexts,
  setting: Setting,
): Promise<JobRun> {
  const runsOn = fill(jsonOf(job['runs-on']), given, 'success')
  const hosted = !JSON.stringify(runsOn).includes('self-hosted')
  const runner = { os: 'Linux', environment: hosted ? 'github-hosted' : 'self-hosted' }
  const workspace = join(setting.scratch, number, 'work')
  mkdirSync(workspace, { recursive: true })
  const steps: StepRun[] = []
  const outputs: Record<string, { outputs: Readonly<Record<string, string>> }> = {}
  let state: State = 'success'
  for (const [index, step] of job.steps.entries()) {
    refuseOthers(`${id}, step ${index + 1}`, step, STEP_KEYS)
    const contexts = { ...given, runner, steps: outputs }
    const folders = { workspace, scratch: join(setting.scratch, number, `step-${index + 1}`) }
    const run = await runStep(step, contexts, state, setting, folders)
    if (run.result === 'failure') state = 'failure'
    if (step.id !== undefined) outputs[step.id] = { outputs: run.outputs }
    steps.push(run)
  }
  const last = { ...given, runner, steps: outputs }
  return {
    id,
    result: state === 'success' ? 'success' : 'failure',
    runsOn,
    permissions: job.permissions,
    concurrency: fill(jsonOf(job.concurrency), last, state),
    matrix: recordOf(given['matrix']),
    workspace,
    steps,
    outputs: textOf(fill(jsonOf(job.outputs ?? {}), last, state)),
  }
}

async function runStep(
  step: Step,
  contexts: Contexts,
  state: State,
  { actions, environment }: Setting,
  folders: { readonly workspace: string; readonly scratch: string },
): Promise<StepRun> {
  const name = step.name ?? step.uses ?? step.run ?? 'step'
  const empty = { name, environment: {}, log: '', commands: [], outputs: {} }
  if (!holds(asText(step.if ?? 'success()'), contexts, state))
    return { ...empty, result: 'skipped' }
  if (step.uses !== undefined) {
    const [action = ''] = step.uses.split('@')
    const play = actions[action]
    if (play === undefined) throw new Error(`nobody plays the action ${action}`)
    play(textOf(fill(jsonOf(step.with ?? {}), contexts, state)), folders.workspace)
    return { ...empty, result: 'success' }
  }
  const own = textOf(fill(jsonOf(step.env ?? {}), contexts, state))
  const script = asText(fill(step.run ?? '', contexts, state))
  return runScript(name, script, { ...environment, ...own }, folders)
}

function skipped(id: string, { permissions }: Job): JobRun {
  const nothing = { runsOn: null, concurrency: null, matrix: {}, workspace: '', steps: [] }
  return { id, result: 'skipped', permissions, outputs: {}, ...nothing }
}

function refuseOthers(where: string, part: object, known: string): void {
  const other = Object.keys(part).find((key) => !known.split(' ').includes(key))
  if (other !== undefined) throw new Error(`${where}: "${other}" is not executed here`)
}

function jsonOf(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value ?? null))
  return json
}

function recordOf(value: unknown): Record<string, Json> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(jsonEntry)) : {}
}

function jsonEntry([key, value]: [string, unknown]): [string, Json] {
  return [key, jsonOf(value)]
}

function textOf(value: Json): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(value)).map(([key, item]) => [key, asText(item)]),
  )
}
