import { parse } from 'yaml'

export type Scalar = string | number | boolean | null

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: Scalar
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, Scalar>>
  readonly env?: Readonly<Record<string, Scalar>>
}

export interface Job {
  readonly needs?: string | readonly string[]
  readonly if?: Scalar
  readonly 'runs-on'?: string | readonly string[]
  readonly permissions?: unknown
  readonly strategy?: { readonly matrix?: Readonly<Record<string, unknown>> }
  readonly outputs?: Readonly<Record<string, string>>
  readonly concurrency?: unknown
  readonly 'timeout-minutes'?: unknown
  readonly env?: unknown
  readonly steps: readonly Step[]
}

/** The parts of a workflow file that the tests read. */
export interface Workflow {
  readonly on: unknown
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly env?: unknown
  readonly defaults?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** Reads a workflow; whether GitHub takes it is for GitHub's own parser to say. */
export function readWorkflow(text: string): Workflow {
  const data: unknown = parse(text)
  if (!isWorkflow(data)) throw new Error('this is no workflow with jobs that have steps')
  return data
}

function isWorkflow(data: unknown): data is Workflow {
  return isRecord(data) && isRecord(data['jobs']) && Object.values(data['jobs']).every(isJob)
}

function isJob(job: unknown): boolean {
  return isRecord(job) && Array.isArray(job['steps']) && job['steps'].every(isRecord)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
