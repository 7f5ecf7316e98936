import { styleText } from 'node:util'
import stringWidth from 'string-width'
import type {
  Explanation,
  Notice,
  ReportView,
  Sentence,
  ShownCheck,
  Span,
  Status,
  TaskView,
} from './report-view.ts'
import { visible } from './visible.ts'
import { padEnd, padStart, widest, wrap } from './wrap.ts'

export interface TerminalOptions {
  readonly colour: boolean
  /** Width of the terminal in cells. */
  readonly columns: number
}

type Tone = 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan'
type Paint = (tone: Tone, text: string) => string

interface Page {
  readonly view: ReportView
  readonly paint: Paint
  readonly columns: number
}

interface Widths {
  readonly name: number
  readonly title: number
  readonly points: number
}

const WIDEST_PAGE = 110
const NARROWEST_PAGE = 40
const INDENT = 6

const MARKS: Readonly<Record<Status, readonly [mark: string, tone: Tone]>> = {
  done: ['✓', 'green'],
  partial: ['◐', 'yellow'],
  none: ['✗', 'red'],
  'not-started': ['○', 'dim'],
  fault: ['!', 'yellow'],
  withheld: ['·', 'dim'],
  elsewhere: ['·', 'dim'],
}

/** A report for a terminal, with a line feed at the end. */
export function renderTerminal(view: ReportView, { colour, columns }: TerminalOptions): string {
  const paint: Paint = (tone, text) =>
    colour && text !== '' ? styleText(tone, text, { validateStream: false }) : text
  const width = Math.min(Math.max(columns, NARROWEST_PAGE), WIDEST_PAGE)
  const page: Page = { view, paint, columns: width }
  const lines = [
    ...header(page),
    '',
    ...tasks(page),
    '',
    ...labelled(page, 0, view.labels.nextLabel, view.next, 'bold'),
    ...view.warnings.flatMap((warning) => notice(page, warning, 'yellow')),
    ...view.notices.flatMap((left) => notice(page, left, 'dim')),
    ...about(page),
  ]
  return `${lines.map(withoutCommand).join('\n')}\n`
}

function header({ view, paint, columns }: Page): string[] {
  const title = inline(view.title)
  const { headline, bar, provisional } = view.score
  const tone = provisional ? 'yellow' : 'bold'
  const gap = columns - stringWidth(title) - stringWidth(headline)
  const top =
    gap >= 2
      ? [paint('bold', title) + ' '.repeat(gap) + paint(tone, headline)]
      : [...wrap(title, columns).map((line) => paint('bold', line)), paint(tone, headline)]
  return [...top, paint('cyan', bar)]
}

function notice({ paint, columns }: Page, { text }: Notice, tone: Tone): string[] {
  return wrap(inline(text), columns).map((line) => paint(tone, line))
}

function tasks(page: Page): string[] {
  const { view, columns } = page
  const name = widest(view.tasks.map((task) => inline(task.name)))
  const points = widest(view.tasks.map(({ fraction }) => fraction))
  const status = widest(view.tasks.map(({ statusText }) => statusText))
  const room = columns - (4 + name + 2 + 2 + points + 2 + status)
  const longest = widest(view.tasks.map(({ title }) => inline(title)))
  const widths = { name, points, title: longest <= room ? longest : 0 }
  return view.tasks.flatMap((task) => [...taskLine(page, task, widths), ...taskDetails(page, task)])
}

function taskLine(page: Page, task: TaskView, { name, title, points }: Widths): string[] {
  const { paint } = page
  const [mark, tone] = MARKS[task.status]
  const columns = [
    `  ${paint(tone, mark)} ${padEnd(inline(task.name), name)}`,
    ...(title === 0 ? [] : [paint('dim', padEnd(inline(task.title), title))]),
    padStart(task.fraction, points),
    paint(tone, task.statusText),
  ]
  const line = columns.join('  ')
  // The status comes last: in a narrow terminal it gets a line of its own.
  if (stringWidth(line) <= page.columns) return [line]
  return [columns.slice(0, -1).join('  '), indent(INDENT, paint(tone, task.statusText))]
}

function taskDetails(page: Page, task: TaskView): string[] {
  return [
    ...(task.note === null ? [] : explanation(page, task.note, INDENT)),
    ...task.explained.flatMap((check) => checkDetails(page, check)),
    ...task.withheld.flatMap(({ name, what }) =>
      wrap(`${inline(name)}: ${inline(what)}`, page.columns - INDENT).map((line) =>
        indent(INDENT, page.paint('dim', line)),
      ),
    ),
  ]
}

function checkDetails(page: Page, check: ShownCheck): string[] {
  const { labels } = page.view
  const facts = [check.visibilityText, check.verdictText, check.fraction].join(', ')
  const measured = check.measured.map(({ label, value }) => `${label} ${inline(value)}`).join(', ')
  return [
    ...heading(page, inline(check.name), facts),
    ...(check.explanation === null ? [] : explanation(page, check.explanation, INDENT + 2)),
    ...(check.hint === null ? [] : labelled(page, INDENT + 2, labels.hintLabel, check.hint)),
    ...(check.misconception === null
      ? []
      : labelled(page, INDENT + 2, labels.causeLabel, check.misconception, 'yellow')),
    ...(check.curve === null
      ? []
      : labelled(page, INDENT + 2, check.curve.curveLabel, [
          { text: `${check.curve.bars} ` },
          ...check.curve.curveText,
        ])),
    ...(measured === ''
      ? []
      : labelled(page, INDENT + 2, labels.measuredLabel, [{ text: measured }], 'dim')),
  ]
}

function heading({ paint, columns }: Page, name: string, facts: string): string[] {
  const line = `${paint('bold', name)}  ${paint('dim', facts)}`
  if (INDENT + stringWidth(line) <= columns) return [indent(INDENT, line)]
  const below = wrap(facts, columns - INDENT).map((part) => paint('dim', part))
  return [paint('bold', name), ...below].map((part) => indent(INDENT, part))
}

/** Every line of a text of others starts with a bar, so that none starts as that text likes. */
function explanation(page: Page, { what, detail, where }: Explanation, depth: number): string[] {
  const { paint, columns } = page
  const told =
    detail === null ? [] : wrap(visible(detail.untrusted, { lines: 'keep' }), columns - depth - 2)
  return [
    ...wrap(inline(what), columns - depth).map((line) => indent(depth, line)),
    ...told.map((line) => indent(depth, `${paint('dim', '│')} ${line}`)),
    ...(where === null
      ? []
      : wrap(inline(where), columns - depth).map((line) => indent(depth, paint('cyan', line)))),
  ]
}

function labelled(
  { paint, columns }: Page,
  depth: number,
  label: string,
  sentence: Sentence,
  tone: Tone = 'cyan',
): string[] {
  const [first = '', ...rest] = wrap(`${label}: ${inline(sentence)}`, columns - depth)
  const painted = paint(tone, `${label}:`) + first.slice(label.length + 1)
  return [painted, ...rest].map((line) => indent(depth, line))
}

function about({ view, paint, columns }: Page): string[] {
  const facts = view.about.map(({ label, value }) => `${label}: ${inline(value)}`)
  return wrap(facts.join(' · '), columns).map((line) => paint('dim', line))
}

function indent(depth: number, line: string): string {
  return ' '.repeat(depth) + line
}

function inline(sentence: Sentence): string {
  return sentence.map(spanInline).join('')
}

function spanInline(span: Span): string {
  if ('text' in span) return span.text
  return visible('code' in span ? span.code : span.untrusted, { lines: 'join' })
}

/** A runner of GitHub obeys a line that starts with `::`, blanks aside, and `##[` anywhere in one. */
function withoutCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '# #[')
}
