import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serialize } from 'node:v8'
import { labIds, readLab } from '../catalog/index.ts'
import { backboneOf, datasetOf } from '../commands/dataset.ts'
import { progress } from '../commands/progress.ts'
import { chooseRung } from '../commands/rung.ts'
import type { World } from '../commands/world.ts'
import { fetchSubmission } from '../fetch/index.ts'
import { BACKENDS, type Backend, type BackendId } from '../model/backend.ts'
import { InputError } from '../model/issue.ts'
import { allChecks, type Lab } from '../model/lab.ts'
import type { Context, Request } from '../model/value.ts'
import type { Workspace } from '../model/workspace.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { openRunner } from '../run/index.ts'
import { openSession, runtimePaths } from '../run/sandbox/index.ts'
import { score } from '../score/score.ts'
import { median, quantile } from './pairs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const REPLAY = fileURLToPath(new URL('replay-calls.ts', import.meta.url))

/** What a grading asked of the submission, in order. */
export interface RecordedRequest {
  readonly request: Request
  readonly context: Context
  /** Whether it is a call of a check that trains. */
  readonly trains: boolean
}

/** One grading: how long it took. */
interface Grading {
  readonly seconds: number
  /** From asking for a sandbox to its first answer. */
  readonly startMs: number
  /** Before each request, since the answer before it. */
  readonly pausesMs: readonly number[]
  /** Of each call that trained, in order. */
  readonly trainingMs: readonly number[]
}

/**
 * Seconds to grade the solution of each lab on each backend, how long a sandbox takes to start, and what the
 * lab's trainings took in it against a bare script that makes the same calls, in turn: one after the other, and
 * with the pauses of the grading.
 * `[--root DIR] [--rounds N] [--backend ID ...] [LAB ...]`. Labs that train are not tried on cpu, which takes
 * minutes for them. Single processes of either kind differ by a tenth: the middle half of the ratios is shown.
 */
export async function benchLabs(world: World, args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      root: { type: 'string', default: ROOT },
      rounds: { type: 'string', default: '5' },
      backend: { type: 'string', multiple: true, default: [...BACKENDS] },
    },
    allowPositionals: true,
  })
  const root = resolve(world.cwd, values.root)
  const rounds = Number(values.rounds)
  if (!(Number.isInteger(rounds) && rounds > 0)) {
    const what = `takes a whole number from 1, not ${values.rounds}.`
    const next = 'Try --rounds 5.'
    throw new InputError([{ file: '--rounds', line: null, column: null, what, next }])
  }
  const ids = positionals.length > 0 ? positionals : await labIds(root)
  const labs = await Promise.all(ids.map((id) => readLab(root, id)))
  const backends = BACKENDS.filter((id) => values.backend.includes(id))
  const rows: string[] = []
  const bar = progress(world.stderr, labs.length * backends.length)
  for (const lab of labs) {
    for (const id of backends) {
      bar.tick(`${lab.id} on ${id}`)
      const trains = allChecks(lab).some(({ check }) => check.threshold !== null)
      const backend = id === 'cpu' && trains ? null : await backendOrNull(id)
      if (backend !== null) rows.push(await row(root, lab, backend, rounds))
    }
  }
  bar.end()
  world.stdout.write(
    `Grading the solution of each lab, ${rounds} rounds after a warm-up, medians. Training: its calls in\n` +
      `the sandbox, once it has started, against a bare script that makes the same calls one after the other\n` +
      `(ratio), and against one that pauses between them as long as the grading did (paced).\n` +
      `${' '.repeat(36)}  grade s  start s  train s  script s     ratio (middle half)     paced (middle half)\n${rows.join('')}`,
  )
}

async function backendOrNull(asked: BackendId): Promise<Backend | null> {
  try {
    return await pickBackend({ asked, prefer: [] })
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

async function row(root: string, lab: Lab, backend: Backend, count: number): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'gradus-bench-'))
  const submission = join(root, 'solutions', lab.id)
  const secret = 'of the benchmark'
  const dataset = await datasetOf(lab)
  const backbone = await backboneOf(root, lab, dataset)
  const runner = openRunner({ root, lab, secret, backend, dataset, backbone })
  try {
    const grade = (place: string, record?: (recorded: RecordedRequest) => void) =>
      gradeOnce(runner, lab, backend, join(scratch, place), submission, record)
    const requests: RecordedRequest[] = []
    // only here: what is kept weighs on the process that grades
    await grade('warm-up', (recorded) => requests.push(recorded))
    const { dir } = await runtimePaths(backend)
    const file = join(scratch, 'requests')
    writeFileSync(file, serialize(requests))
    const trains = requests.some((each) => each.trains)
    const script = (pausesMs: readonly number[]) =>
      trains ? runScript([dir, submission, file, pausesMs.join(' ')]) : []
    const rounds: (Grading & { readonly scriptMs: number; readonly pacedMs: number })[] = []
    for (let round = 0; round < count; round++) {
      // In turn: a machine may be faster after a pause, or slower.
      const first = round % 2 === 0 ? null : sum(script([]))
      const grading = await grade(String(round))
      const scriptMs = first ?? sum(script([]))
      rounds.push({ ...grading, scriptMs, pacedMs: sum(script(grading.pausesMs)) })
    }
    const seconds = (ms: number) => (trains ? (ms / 1000).toFixed(2) : '-')
    const middleHalf = (ratios: readonly number[]) => {
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) =>
        quantile(ratios, share).toFixed(3),
      )
      return (trains ? `${middle} (${low} to ${high})` : '-').padStart(24)
    }
    const cells = [
      median(rounds.map((each) => each.seconds))
        .toFixed(2)
        .padStart(9),
      (median(rounds.map((each) => each.startMs)) / 1000).toFixed(2).padStart(9),
      seconds(median(rounds.map((each) => sum(each.trainingMs)))).padStart(9),
      seconds(median(rounds.map((each) => each.scriptMs))).padStart(10),
      middleHalf(rounds.map((each) => sum(each.trainingMs) / each.scriptMs)),
      middleHalf(rounds.map((each) => sum(each.trainingMs) / each.pacedMs)),
    ]
    return `${lab.id.padEnd(24)}${backend.id.padEnd(12)}${cells.join('')}\n`
  } finally {
    await runner.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function gradeOnce(
  runner: ReturnType<typeof openRunner>,
  lab: Lab,
  backend: Backend,
  place: string,
  submission: string,
  record: (recorded: RecordedRequest) => void = () => undefined,
): Promise<Grading> {
  mkdirSync(place)
  const pausesMs: number[] = []
  const trainingMs: number[] = []
  let answeredAt: number | null = null
  const onRequest = (request: Request, context: Context, milliseconds: number) => {
    const trains = request.op === 'call' && trainsIn(lab, context)
    const now = performance.now()
    pausesMs.push(answeredAt === null ? 0 : now - milliseconds - answeredAt)
    answeredAt = now
    record({ request, context, trains })
    if (trains) trainingMs.push(milliseconds)
  }
  const start = performance.now()
  const workspace = fetchSubmission(submission, { lab, scratch: place })
  const outcome = await runner.grade(workspace, { rung: await chooseRung(), onRequest })
  const seconds = (performance.now() - start) / 1000
  const { points } = score(lab, outcome)
  if (points < 100) throw new Error(`${lab.id}: the solution got ${points} points`)
  const startMs = await startOf(lab, backend, await workspace)
  return { seconds, startMs, pausesMs, trainingMs }
}

async function startOf(lab: Lab, backend: Backend, workspace: Workspace): Promise<number> {
  const rung = await chooseRung()
  const start = performance.now()
  const session = openSession({ rung, limits: lab.limits, backend, packages: lab.packages })
  try {
    await session.load(workspace)
    const context = { task: '', check: '', seed: 0, seconds: null }
    const reply = await session.request({ op: 'memory' }, context)
    if (!reply.ok) throw new Error(`${lab.id}: the sandbox did not start`)
    return performance.now() - start
  } finally {
    await session.close()
  }
}

function trainsIn(lab: Lab, context: Context): boolean {
  const found = allChecks(lab).find(
    ({ task, check }) => task.id === context.task && check.id === context.check,
  )
  return found !== undefined && found.check.threshold !== null
}

/** A script of its own for each round: the sandbox is a fresh process, too. Gives the milliseconds of each call. */
function runScript(args: readonly string[]): number[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [REPLAY, ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the bare script ended with ${status}: ${stderr}`)
  return stdout.trim().split(' ').map(Number)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
