import { relative, resolve } from 'node:path'
import { formatIssue } from '../model/issue.ts'
import type { Language } from '../model/lab.ts'
import { renderHtml, renderMarkdown, renderTerminal, view } from '../report/index.ts'
import { type Graded, type GradeOptions, grade, isFaulty } from './grade.ts'
import { writeAtomically } from './records.ts'
import { type ExitStatus, hasColour, type World } from './world.ts'

export interface GradeCommandOptions extends GradeOptions {
  readonly json?: true | undefined
  readonly html?: string | undefined
  readonly markdown?: string | undefined
  readonly instructor?: true | undefined
  readonly lang: Language
}

/** `gradus grade`: grades, and prints one report, or a line for each of several submissions. */
export async function gradeCommand(
  submissions: readonly string[],
  options: GradeCommandOptions,
  world: World,
): Promise<ExitStatus> {
  const graded = await grade(submissions, options, world)
  for (const issue of graded.issues) world.stderr.write(`${formatIssue(issue)}\n`)
  await writePages(graded, options, world)
  if (options.json === true) {
    const [only] = graded.cards
    const record = submissions.length === 1 ? (only ?? null) : graded.cards
    if (record !== null) world.stdout.write(`${JSON.stringify(record, null, 2)}\n`)
  } else if (submissions.length === 1) {
    await printReport(graded, options, world)
  } else {
    printClass(graded, world)
  }
  return graded.status
}

async function printReport(
  { lab, cards }: Graded,
  options: GradeCommandOptions,
  world: World,
): Promise<void> {
  for (const card of cards) {
    const shown = view(lab, card, viewOptions(options))
    const text = renderTerminal(shown, {
      colour: hasColour(world.stdout, world.env),
      columns: world.stdout.columns ?? 80,
    })
    world.stdout.write(text)
  }
}

async function writePages(
  { lab, cards }: Graded,
  options: GradeCommandOptions,
  world: World,
): Promise<void> {
  const [card] = cards
  if (card === undefined) return
  const shown = () => view(lab, card, viewOptions(options))
  if (options.html !== undefined) {
    writeAtomically(resolve(world.cwd, options.html), await renderHtml(shown()))
  }
  if (options.markdown !== undefined) {
    writeAtomically(resolve(world.cwd, options.markdown), await renderMarkdown(shown()))
  }
}

function viewOptions({ lang, instructor }: GradeCommandOptions) {
  const audience = instructor === true ? 'instructor' : 'student'
  return { language: lang, audience, afterDue: false } as const
}

function printClass({ cards, reused, issues }: Graded, world: World): void {
  for (const card of cards) {
    const points = `${card.points} / ${card.maxPoints}`
    const note = isFaulty(card) ? '  a fault of the grader: grade again' : ''
    const name = relative(world.cwd, card.submission)
    world.stdout.write(
      `${points.padStart(11)}  ${name.startsWith('..') ? card.submission : name}${note}\n`,
    )
  }
  const parts = [`${cards.length} graded`]
  if (reused > 0)
    parts.push(`${reused} of them before, unchanged since (--regrade grades them again)`)
  if (issues.length > 0) parts.push(`${issues.length} not graded, see above`)
  world.stdout.write(`${parts.join('; ')}.\n`)
}
