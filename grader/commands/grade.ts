import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readLab } from '../catalog/index.ts'
import type { fetchSubmission } from '../fetch/index.ts'
import type { RunNotice } from '../kit/settings.ts'
import type { BackendId } from '../model/backend.ts'
import { InputError, type Issue } from '../model/issue.ts'
import type { Lab } from '../model/lab.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Scorecard } from '../model/scorecard.ts'
import type { Workspace } from '../model/workspace.ts'
import { pickBackend } from '../run/backend/pick.ts'
import { openRunner, type Runner } from '../run/index.ts'
import { identity } from '../run/provenance.ts'
import { score } from '../score/score.ts'
import { backboneOf, datasetOf } from './dataset.ts'
import { progress } from './progress.ts'
import { fetcher, pullSource, whereFrom } from './pulls/connection.ts'
import { DEFAULT_OUT, openRecords, type Records } from './records.ts'
import { chooseRung } from './rung.ts'
import { makeScratch, removeScratch } from './scratch.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface GradeOptions {
  readonly root: string
  readonly lab: string
  readonly out?: string
  readonly rung?: 'A' | 'B'
  /** Use this one only; without it, the best for the lab that is there. */
  readonly backend?: BackendId | 'auto' | undefined
  readonly min?: number
  /** The data set to train on; without it, the lab's first. */
  readonly data?: string | undefined
  /** For the final mark: other held-out examples and hidden seeds than for feedback. */
  readonly final?: true | undefined
  /** Grade again what was graded before. */
  readonly regrade?: boolean
  /** How submissions are had; by default they are fetched, with the identity of the environment. */
  readonly fetch?: typeof fetchSubmission
  /** Hears of every submission when it is done: its scorecard, or why there is none. */
  readonly onEach?: (index: number, result: Scorecard | InputError) => void
}

/** What became of the submissions, in the order in which they were named. */
export interface Graded {
  readonly lab: Lab
  readonly cards: readonly Scorecard[]
  /** Submissions that could not be fetched. */
  readonly issues: readonly Issue[]
  /** How many results of an earlier run still hold. */
  readonly reused: number
  readonly status: ExitStatus
}

/** Grades submissions in the sandbox and keeps the records; one that cannot be had does not stop the others. */
export async function grade(
  submissions: readonly string[],
  options: GradeOptions,
  world: World,
): Promise<Graded> {
  const lab = await readLab(options.root, options.lab)
  const records = openRecords(resolve(world.cwd, options.out ?? DEFAULT_OUT))
  const secret = records.secret(world.env)
  const rung = await chooseRung(options.rung)
  const scratch = makeScratch()
  const backend = await pickBackend({ asked: options.backend, prefer: lab.prefer })
  const dataset = await datasetOf(lab, options.data, world.env, world.stderr, secret)
  const backbone = await backboneOf(options.root, lab, dataset, world.env)
  const split = options.final === true ? 'final' : 'feedback'
  const circumstances = { lab, secret, backend, dataset, backbone, split } as const
  const today = identity(circumstances)
  const bar = progress(world.stderr, submissions.length)
  const onRun = ({ task, check, run, planned }: RunNotice) =>
    bar.say(`${task}/${check}: training ${run} of ${planned}`)
  const runner = openRunner({ root: options.root, ...circumstances, onRun })
  const resume = submissions.length > 1 && options.regrade !== true
  const cards: Scorecard[] = []
  const issues: Issue[] = []
  let reused = 0
  const fetching = fetcher(world.env)
  try {
    for (const [index, submission] of submissions.entries()) {
      const place = join(scratch, String(index))
      mkdirSync(place)
      const source = sourceOf(submission, world)
      const workspace = (options.fetch ?? fetching.fetch)(source, { lab, scratch: place })
      try {
        const known = resume ? await stillValid(await workspace, records, lab, today) : null
        const outcome = known ?? (await gradeOnce(runner, workspace, rung))
        const card = score(lab, outcome)
        if (known === null) records.write(outcome, card)
        else reused += 1
        cards.push(card)
        options.onEach?.(index, card)
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        options.onEach?.(index, error)
        issues.push(...error.issues)
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
      bar.tick(summary(cards, issues))
    }
  } finally {
    bar.end()
    await runner.close()
    await fetching.close()
    removeScratch(scratch)
  }
  return { lab, cards, issues, reused, status: statusOf(cards, issues, options.min) }
}

/** A fault of ours is tried once more; a second one is recorded as what it is. */
async function gradeOnce(
  runner: Runner,
  workspace: Promise<Workspace>,
  rung: 'A' | 'B',
): Promise<Outcome> {
  const outcome = await runner.grade(workspace, { rung })
  return hasFault(outcome) ? runner.grade(workspace, { rung }) : outcome
}

/** The outcome of an earlier run, if the same files would be graded in the same way today. */
async function stillValid(
  workspace: Workspace,
  records: Records,
  lab: Lab,
  today: ReturnType<typeof identity>,
): Promise<Outcome | null> {
  const outcome = records.read(lab.id, workspace.source)
  if (outcome === null || hasFault(outcome)) return null
  const then = new Map<string, unknown>(Object.entries(outcome.provenance))
  const now = Object.entries({ ...today, submissionHash: workspace.hash })
  return now.every(([name, value]) => then.get(name) === value) ? outcome : null
}

function hasFault({ checks }: Outcome): boolean {
  return checks.some(({ end }) => end.kind === 'fault')
}

/** A folder is told from a repository by its lack of `#ref` and `://`; `owner/name#12` is a pull request. */
function sourceOf(submission: string, { cwd, env }: World): string {
  if (!submission.includes('#') && !submission.includes('://')) return resolve(cwd, submission)
  const isHere = existsSync(resolve(cwd, submission.slice(0, submission.lastIndexOf('#'))))
  return isHere ? submission : pullSource(submission, whereFrom(env))
}

function summary(cards: readonly Scorecard[], issues: readonly Issue[]): string {
  const faults = cards.filter(isFaulty).length
  const notes = [
    faults > 0 ? `${faults} faults` : '',
    issues.length > 0 ? `${issues.length} not found` : '',
  ]
  return notes.filter(Boolean).join('   ')
}

function statusOf(
  cards: readonly Scorecard[],
  issues: readonly Issue[],
  min: number | undefined,
): ExitStatus {
  if (issues.length > 0) return EXIT.usage
  if (cards.some(isFaulty)) return EXIT.fault
  if (min !== undefined && cards.some(({ points }) => points < min)) return EXIT.below
  return EXIT.done
}

export function isFaulty({ tasks }: Scorecard): boolean {
  return tasks.some(({ checks }) => checks.some(({ verdict }) => verdict === 'fault'))
}
