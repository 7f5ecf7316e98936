import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveChannel } from '../kit/channel-transport.ts'
import {
  type CallNotice,
  checkKey,
  type Distortion,
  type KitSettings,
  type RecordingSettings,
  type RunNotice,
} from '../kit/settings.ts'
import type { Backbone } from '../model/backbone.ts'
import type { Backend } from '../model/backend.ts'
import type { Dataset } from '../model/dataset.ts'
import { InputError } from '../model/issue.ts'
import { allChecks, type Lab, type Visibility } from '../model/lab.ts'
import type { CheckOutcome, Outcome, Split } from '../model/outcome.ts'
import type { Context, Request, Transport } from '../model/value.ts'
import type { JsonValue } from '../model/value-json.ts'
import type { Workspace } from '../model/workspace.ts'
import { wasmBackend } from './backend/pick.ts'
import { declarations } from './declarations.ts'
import { Judge, outcomesOf } from './judge.ts'
import { provenance } from './provenance.ts'
import { type Layer, openSession, runtimePaths } from './sandbox/index.ts'
import { seedsOf } from './seeds.ts'
import { specFiles, specFilesOf } from './specs.ts'
import { watchCalls } from './watchdog.ts'

export interface RunnerOptions {
  /** The course root: holds labs/ and solutions/. */
  readonly root: string
  readonly lab: Lab
  /** The instructor's secret; hidden inputs come from it. */
  readonly secret: string
  /** What judge and submission compute on; wasm by default. */
  readonly backend?: Backend
  /** What labs that train draw their examples from. */
  readonly dataset: Dataset | null
  /** The pretrained network that specs get; null by default. */
  readonly backbone?: Backbone | null
  /** Which held-out examples judge; by default those for feedback. */
  readonly split?: Split
  /** Hears of every training that begins. */
  readonly onRun?: (notice: RunNotice) => void
}

export interface GradeOptions {
  readonly rung: 'A' | 'B'
  /** Layers to leave out, for showing what each is good for. */
  readonly without?: readonly Layer[]
  /** Hears of every request and how long its answer took: for benchmarks. */
  readonly onRequest?: (request: Request, context: Context, milliseconds: number) => void
  /** Keys of the checks to run, see `checkKey`; by default all. */
  readonly checks?: readonly string[]
}

export interface RehearsalOptions {
  /** Absolute folder of trusted code: a solution, an accepted one, a student's own on their machine. */
  readonly dir: string
  readonly visibilities: readonly Visibility[]
  /** Absolute path of a module whose exports replace the submission's. */
  readonly override?: string
  readonly distortion?: Distortion
  readonly record?: boolean
  /** Run the checks of this task only. */
  readonly task?: string
  /** Keys of the checks to run, see `checkKey`; by default all. */
  readonly checks?: readonly string[]
  /** Told when a call takes longer than the lab allows; nothing can stop it in this process. */
  readonly onEndless?: (check: NonNullable<CallNotice>) => void
  /** Whether to look for misconceptions; default true. */
  readonly replay?: boolean
  /** Trainings to run in place of each threshold's seeds, numbered from `firstRun`. */
  readonly rehearsedRuns?: { readonly firstRun: number; readonly runs: number }
}

export interface Rehearsal {
  readonly checks: readonly CheckOutcome[]
  /** The reference's answers to the public specs, by check. */
  readonly recorded: Readonly<Record<string, readonly JsonValue[]>>
}

/** Runs the specs of one lab, on one submission after another. */
export interface Runner {
  /** In the sandbox. Never rejects for what a submission does. */
  grade(workspace: Promise<Workspace>, options: GradeOptions): Promise<Outcome>
  /** In this process, by plain import: for code that is trusted. */
  rehearse(options: RehearsalOptions): Promise<Rehearsal>
  /** Compares the solution with the oracle of every task; what disagrees, by task. */
  consult(): Promise<{ readonly task: string; readonly what: string }[]>
  close(): Promise<void>
}

const ORACLE_SPEC = fileURLToPath(new URL('../verify/oracle.spec.ts', import.meta.url))

export function openRunner({ root, lab, secret, dataset, ...options }: RunnerOptions): Runner {
  const { backend = wasmBackend(), backbone = null, split = 'feedback' } = options
  const runs = options.onRun === undefined ? null : hearRuns(options.onRun)
  const judge = new Judge(root, lab, backend, runtimePaths(backend))
  const shared = {
    lab,
    solutionDir: join(root, 'solutions', lab.id),
    misconceptionsDir: join(root, 'labs', lab.id, 'misconceptions'),
    oracleDir: join(root, 'labs', lab.id, 'oracle'),
    seeds: seedsOf(lab, secret, split),
    dataset,
    backbone,
    split,
    rehearsedRuns: null,
    runNotices: runs?.name ?? null,
  }
  const play = () => ({ kind: 'play', values: recordings(root, lab) }) as const

  return {
    async grade(workspace, { rung, without = [], checks = null, onRequest }) {
      const startedAt = new Date()
      // The sandbox starts while the submission is still being fetched and the judge loads.
      const session = openSession({
        ...{ rung, limits: lab.limits, backend, packages: lab.packages, without },
      })
      const channel = `gradus-${randomUUID()}`
      const served = onRequest === undefined ? session : timed(session, onRequest)
      const stopServing = serveChannel(channel, served)
      try {
        const files = await workspace
        const recording = play()
        await session.load(files)
        const settings: KitSettings = {
          ...shared,
          transport: { kind: 'channel', name: channel },
          recording,
        }
        const specs = [...specFiles(root, lab.id, 'public'), ...specFiles(root, lab.id, 'hidden')]
        const ran = await judge.run(holding(specs, checks), settings, checks)
        return {
          schema: 'gradus/outcome/v1',
          lab: lab.id,
          submission: files.source,
          checks: outcomesOf(due(lab, ['public', 'hidden'], checks), ran),
          declared: await declarations(lab, files.dir),
          provenance: provenance({
            ...{
              lab,
              workspace: files,
              secret,
              rung,
              backend,
              dataset,
              backbone,
              split,
              startedAt,
            },
          }),
        }
      } finally {
        stopServing()
        await session.close()
      }
    },

    async rehearse(rehearsal) {
      const { dir, visibilities, override, distortion, record, replay, task, onEndless } = rehearsal
      const { checks = null } = rehearsal
      const recording: RecordingSettings = record === true ? { kind: 'record' } : play()
      const watch = onEndless === undefined ? null : watchCalls(lab.limits.callSeconds, onEndless)
      const settings: KitSettings = {
        ...shared,
        transport: {
          kind: 'import',
          dir,
          override: override ?? null,
          distortion: distortion ?? null,
          notices: watch?.name ?? null,
        },
        recording,
        ...(replay === false ? { misconceptionsDir: null } : {}),
        rehearsedRuns: rehearsal.rehearsedRuns ?? null,
      }
      const all = visibilities.flatMap((visibility) => specFiles(root, lab.id, visibility))
      const files = holding(task === undefined ? all : specFilesOf(all, task), checks)
      const ran = await judge.run(files, settings, checks).finally(() => watch?.close())
      return {
        checks: outcomesOf(
          due(lab, visibilities, checks).filter(([id]) => task === undefined || id === task),
          ran,
        ),
        recorded: Object.fromEntries(
          ran.reports.flatMap(({ key, record: left }) =>
            left === null ? [] : [[key, left.recorded] as const],
          ),
        ),
      }
    },

    async consult() {
      const dir = shared.solutionDir
      const settings: KitSettings = {
        ...shared,
        transport: { kind: 'import', dir, override: null, distortion: null, notices: null },
        recording: { kind: 'record' },
      }
      const { reports, stray } = await judge.run([ORACLE_SPEC], settings)
      return [
        ...stray.map((what) => ({ task: 'oracle', what })),
        ...lab.tasks.flatMap(({ id }) => {
          const report = reports.find(({ key }) => key === checkKey('oracle', id))
          if (report === undefined) return [{ task: id, what: 'its oracle did not run' }]
          return report.error === null ? [] : [{ task: id, what: report.error }]
        }),
      ]
    },

    async close() {
      runs?.close()
      await judge.close()
    },
  }
}

function timed(transport: Transport, onRequest: NonNullable<GradeOptions['onRequest']>): Transport {
  return {
    async request(request, context) {
      const start = performance.now()
      const reply = await transport.request(request, context)
      onRequest(request, context, performance.now() - start)
      return reply
    },
  }
}

/** Listens for trainings that begin. */
function hearRuns(onRun: (notice: RunNotice) => void): { readonly name: string; close(): void } {
  const name = `gradus-runs-${randomUUID()}`
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: { data: RunNotice }) => onRun(data)
  return { name, close: () => channel.close() }
}

/** Checks that a run of these spec files must report, as pairs of task and check. */
function due(
  lab: Lab,
  visibilities: readonly Visibility[],
  only: readonly string[] | null,
): (readonly [string, string])[] {
  return allChecks(lab)
    .filter(({ check }) => visibilities.includes(check.visibility))
    .filter(({ task, check }) => only === null || only.includes(checkKey(task.id, check.id)))
    .map(({ task, check }) => [task.id, check.id] as const)
}

/** The spec files that hold one of these checks, in their order. */
function holding(files: readonly string[], checks: readonly string[] | null): readonly string[] {
  if (checks === null) return files
  const tasks = new Set(checks.map((key) => key.slice(0, key.indexOf('/'))))
  const held = new Set([...tasks].flatMap((task) => specFilesOf(files, task)))
  return files.filter((file) => held.has(file))
}

/**
 * The recorded reference of a lab's public specs; without the file, each use of it says what to do. Throws
 * InputError when it is damaged.
 */
function recordings(root: string, lab: Lab): Record<string, readonly JsonValue[]> {
  const path = join(root, 'labs', lab.id, 'public', 'expected.json')
  if (!existsSync(path)) return {}
  const file = `labs/${lab.id}/public/expected.json`
  const next = 'It is generated: run `gradus sync` to write it again.'
  const text = readFileSync(path, 'utf8')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new InputError([{ file, ...jsonPlace(text, error), what: 'is not valid JSON.', next }])
  }
  if (isRecordings(json)) return json
  const what = 'does not hold a list of answers for each check.'
  throw new InputError([{ file, line: 1, column: 1, what, next }])
}

function isRecordings(json: unknown): json is Record<string, readonly JsonValue[]> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  return Object.values(json).every((answers) => Array.isArray(answers))
}

/** Where JSON.parse stopped: its message tells for some mistakes, and the others are left without a place. */
function jsonPlace(text: string, error: unknown): { line: number | null; column: number | null } {
  const { message } = error instanceof Error ? error : { message: '' }
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? []
  if (line !== undefined) return { line: Number(line), column: Number(column) }
  if (!message.includes('end of JSON input')) return { line: null, column: null }
  const lines = text.split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
