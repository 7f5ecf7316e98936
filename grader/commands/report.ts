import { appendFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readLab } from '../catalog/index.ts'
import type { Lab } from '../model/lab.ts'
import type { PlannedPull, PullPlan, PullResult } from '../model/pulls.ts'
import type { Hub, Pace, Written } from '../platform/github/index.ts'
import { type Catalogue, catalogue } from '../report/catalogue.ts'
import { visible } from '../report/visible.ts'
import { connect } from './pulls/connection.ts'
import { openHistories } from './pulls/history.ts'
import { readPlan } from './pulls/read-plan.ts'
import { type ReportDeps, type Reported, reportPull } from './pulls/report.ts'
import { resultFiles } from './pulls/results.ts'
import { lies, plannedFor, readResult } from './pulls/trust.ts'
import { DEFAULT_OUT } from './records.ts'
import { EXIT, type ExitStatus, type World } from './world.ts'

export interface ReportCommandOptions {
  readonly root: string
  readonly plan: string
  /** Folders of results. */
  readonly results: readonly string[]
  readonly records?: string | undefined
  readonly pace?: Pace
}

interface Line {
  readonly name: string
  /** Untrusted, where it quotes. */
  readonly text: (words: Catalogue) => string
  readonly isFault: boolean
}

/**
 * `gradus report`: writes comments and marks. Results come from where code of students ran: each is checked
 * against plan and lab, and refused by name; one that cannot be posted does not stop the others.
 */
export async function reportCommand(
  options: ReportCommandOptions,
  world: World,
): Promise<ExitStatus> {
  const plan = readPlan(resolve(world.cwd, options.plan))
  const hub = connect(world.env, options.pace)
  const histories = openHistories(resolve(world.cwd, options.records ?? DEFAULT_OUT))
  const deps = { hub, histories, now: world.now() }
  const lines: Line[] = []
  try {
    const { accepted, refused } = await acceptable(plan, options, world)
    lines.push(...refused)
    for (const [planned, { result, lab }] of accepted) {
      lines.push(await reportOne(planned, result, lab, deps))
    }
    for (const planned of plan.pulls) {
      if (accepted.has(planned)) continue
      const text = (words: Catalogue) => words.word('summary.none')
      lines.push({ name: nameOf(planned), text, isFault: true })
    }
  } finally {
    await closed(hub)
  }
  const english = catalogue('en')
  for (const { name, text } of lines) {
    world.stdout.write(`${name}  ${plain(text(english))}\n`)
  }
  summarize(lines, catalogue(plan.pulls[0]?.language ?? 'en'), world)
  return lines.some(({ isFault }) => isFault) ? EXIT.fault : EXIT.done
}

interface Accepted {
  readonly result: PullResult
  readonly lab: Lab
}

async function acceptable(plan: PullPlan, options: ReportCommandOptions, world: World) {
  const accepted = new Map<PlannedPull, Accepted>()
  const refused: Line[] = []
  for (const file of resultFiles(options.results.map((each) => resolve(world.cwd, each)))) {
    const refuse = (why: string) =>
      refused.push({
        name: file,
        text: (words) => words.word('summary.refused', { why }),
        isFault: true,
      })
    const read = readResult(file)
    if (!read.ok) {
      refuse(read.problem)
      continue
    }
    const planned = plannedFor(read.result, plan.pulls)
    if ('problem' in planned) {
      refuse(planned.problem)
      continue
    }
    const lab = await readLab(options.root, planned.lab)
    const { result } = read.result
    const found = result.kind === 'graded' ? lies(result.card, planned, lab) : []
    if (found.length > 0) refuse(found.slice(0, 5).join('; '))
    else if (accepted.has(planned)) refuse(`is a second result of ${nameOf(planned)}`)
    else accepted.set(planned, { result: read.result, lab })
  }
  return { accepted, refused }
}

async function reportOne(
  planned: PlannedPull,
  { result }: PullResult,
  lab: Lab,
  deps: ReportDeps,
): Promise<Line> {
  const name = nameOf(planned)
  try {
    const reported = await reportPull(planned, result, lab, deps)
    return { name, text: (words) => told(reported, words), isFault: reported.kind === 'fault' }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { name, text: (words) => words.word('summary.again', { why }), isFault: true }
  }
}

function told(reported: Reported, words: Catalogue): string {
  const { word } = words
  switch (reported.kind) {
    case 'stale':
      return word('summary.stale', { head: reported.head })
    case 'closed':
      return word('summary.closed')
    case 'fault':
      return word('summary.fault', { mark: written(reported.mark, words) })
    case 'reported':
      return word('summary.reported', {
        comment: written(reported.comment, words),
        mark: written(reported.mark, words),
      })
  }
}

/** @param what null for what is not written where nothing is to be said. */
function written(what: Written | null, { word }: Catalogue): string {
  return word(`summary.written.${what ?? 'none'}`)
}

function nameOf({ repository, number, lab }: PlannedPull): string {
  return `${repository}#${number} ${lab}`
}

/** Lines that GitHub Actions would take for commands, and colours, stay text. */
function plain(text: string): string {
  return visible(text, { lines: 'join' }).replaceAll('::', ': :')
}

/** What a step of a workflow may say of itself, 1 MiB at most. */
const LONGEST_SUMMARY = 1_000_000

function summarize(lines: readonly Line[], words: Catalogue, { env }: World): void {
  const file = env['GITHUB_STEP_SUMMARY'] ?? ''
  if (file === '') return
  // Indented: what is quoted stays text.
  const rows = lines.map(({ name, text }) => `    ${name}  ${plain(text(words))}\n`).join('')
  appendFileSync(file, `${words.word('summary.title')}\n\n${rows}\n`.slice(0, LONGEST_SUMMARY))
}

/** What was reported is reported, whether or not a token could be given back. */
async function closed(hub: Hub): Promise<void> {
  await hub.close().catch(() => undefined)
}
