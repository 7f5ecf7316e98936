import type { PlannedLateness } from '../model/pulls.ts'
import type { Catalogue } from './catalogue.ts'
import type { PullContext } from './pull-view.ts'
import type { Sentence } from './report-view.ts'
import { code } from './sentence.ts'

/** The push that is marked as things stand, by our own records. */
export interface CountedPush {
  readonly commit: string
  readonly lateness: PlannedLateness
  /** Of the shown checks. */
  readonly points: number
  readonly maxPoints: number
  /** Of the points, after a penalty. */
  readonly left: number
}

/** Which push is marked, where that is not plainly this one with all its points; empty where it is. */
export function countsSentence(words: Catalogue, context: PullContext): Sentence {
  const { counted } = context
  if (counted === null) return []
  const { lateness } = counted
  if (lateness.kind === 'too-late') return words.say('counts.nothing')
  const said = pushSentence(words, counted, context)
  if (lateness.kind !== 'late') return said
  const { days, percent } = lateness
  const from = { count: days, percent, points: counted.points }
  return [...said, { text: ' ' }, ...words.say('counts.penalty', from)]
}

/** The same for a submission that could not be graded: what was graded before it. */
export function countsBefore(words: Catalogue, counted: CountedPush): Sentence {
  return counted.left === 0 ? [] : words.say('counts.before', filled(counted))
}

function pushSentence(words: Catalogue, counted: CountedPush, context: PullContext): Sentence {
  const { planned, points, headPoints, attempt } = context
  const values = filled(counted)
  const head = short(planned.head)
  if (counted.commit !== planned.commit) {
    return words.say('counts.other', { ...values, here: points })
  }
  if (planned.head !== planned.commit) {
    return headPoints === null
      ? words.say('counts.earlier', { ...values, head })
      : words.say('counts.best', { ...values, head, here: headPoints })
  }
  const { points: left, max } = values
  if (planned.counts === 'best' && attempt > 1) {
    return words.say('counts.this.best', { points: left, max })
  }
  return counted.lateness.kind === 'late' ? words.say('counts.this', { points: left, max }) : []
}

function filled({ commit, left, maxPoints }: CountedPush) {
  return { points: left, max: maxPoints, commit: short(commit) }
}

function short(id: string) {
  return code(id.slice(0, 7))
}
