import { relative, resolve } from 'node:path'
import { formatIssue } from '../model/issue.ts'
import type { Language } from '../model/lab.ts'
import { catalogue } from '../report/catalogue.ts'
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
    printClass(graded, options.lang, world)
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

function printClass({ cards, reused, issues }: Graded, language: Language, world: World): void {
  const words = catalogue(language)
  for (const card of cards) {
    const points = `${words.number(card.points)} / ${words.number(card.maxPoints)}`
    const note = isFaulty(card) ? `  ${words.word('class.fault')}` : ''
    const name = relative(world.cwd, card.submission)
    const shown = name.startsWith('..') ? card.submission : name
    world.stdout.write(`${points.padStart(11)}  ${shown}${note}\n`)
  }
  const parts = [words.word('class.graded', { count: cards.length })]
  if (reused > 0) parts.push(words.word('class.reused', { count: reused }))
  if (issues.length > 0) parts.push(words.word('class.failed', { count: issues.length }))
  world.stdout.write(`${parts.join('; ')}.\n`)
}
