import { catalogue } from './catalogue.ts'
import { toMarkdown, usual } from './encode.ts'
import type { Explanation, ReportView, Sentence, ShownCheck } from './report-view.ts'
import { plainText } from './sentence.ts'
import { visible } from './visible.ts'

/** What is said of a commit beside the comment: a title, a summary, and notes at lines of files. */
export interface MarkView {
  /** One line of plain text. */
  readonly title: string
  /** Markdown. */
  readonly summary: string
  readonly passes: boolean
  /** Most points first. */
  readonly annotations: readonly {
    readonly path: string
    /** 1-based. */
    readonly line: number
    readonly title: string
    /** Plain text. */
    readonly message: string
  }[]
}

type Placed = MarkView['annotations'][number] & { readonly lost: number }

/** `most`: annotations that are kept; the summary counts the others. */
export function viewMark(view: ReportView, most: number): MarkView {
  const words = catalogue(view.language)
  const placed = view.tasks
    .flatMap((task) => [
      ...placedAt(task.note, plainText(task.name), lostIn(task.listed), []),
      ...task.explained.flatMap((check) => {
        const title = `${plainText(task.name)}: ${plainText(check.name)}`
        return placedAt(check.explanation, title, check.lost, [check.misconception, check.hint])
      }),
    ])
    .toSorted((a, b) => b.lost - a.lost)
  const more = placed.length - most
  const { countsLabel, nextLabel } = view.labels
  const lines = [
    ...(view.counts.length > 0 ? [`**${countsLabel}:** ${toMarkdown(view.counts, usual)}`] : []),
    `**${nextLabel}:** ${toMarkdown(view.next, usual)}`,
    ...(more > 0 ? [words.word('mark.more', { count: more })] : []),
    words.word('mark.comment'),
  ]
  return {
    title: view.score.headline,
    summary: lines.join('\n\n'),
    passes: view.score.percent === '100' && !view.score.provisional,
    annotations: placed.slice(0, most).map(({ lost: _, ...annotation }) => annotation),
  }
}

/** What is said of a commit after a fault of ours. */
export function viewFault(view: Pick<ReportView, 'language'>): MarkView {
  const { word } = catalogue(view.language)
  const [title, summary] = [word('mark.fault.title'), word('mark.fault')]
  return { title, summary, passes: false, annotations: [] }
}

function placedAt(
  explanation: Explanation | null,
  title: string,
  lost: number,
  advice: readonly (Sentence | null)[],
): Placed[] {
  const where = explanation?.where ?? null
  const [, path, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(where === null ? '' : plainText(where)) ?? []
  if (explanation === null || path === undefined) return []
  const said = [explanation.what, ...advice].flatMap((each) =>
    each === null ? [] : [plainText(each)],
  )
  const detail = explanation.detail === null ? [] : [explanation.detail.untrusted]
  const message = visible([...said, ...detail].join('\n'), { lines: 'keep', longest: 2000 })
  return [{ path: visible(path, { lines: 'join' }), line: Number(line), title, message, lost }]
}

function lostIn(checks: readonly ShownCheck[]): number {
  return checks.reduce((sum, { lost }) => sum + lost, 0)
}
