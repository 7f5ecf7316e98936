import { catalogue } from './catalogue.ts'
import { type Encoding, usual } from './encode.ts'
import type { ReportView, ShownCheck, TaskView } from './report-view.ts'

interface Shorter {
  readonly view: ReportView
  readonly encoding: Encoding
}

const brief: Encoding = { longest: 80 }

/** A view, and ever shorter ones that say what they leave out. The last has the table of tasks only. */
export function* shortened(view: ReportView): Generator<Shorter> {
  yield { view, encoding: usual }
  const plain = withoutCharts(view)
  yield { view: plain, encoding: usual }
  const failing = withoutPassed(plain)
  yield { view: failing, encoding: usual }
  yield { view: failing, encoding: brief }
  const explained = view.tasks.flatMap((task) => task.explained)
  const ranked = explained.toSorted((a, b) => b.lost - a.lost)
  for (let kept = ranked.length; kept > 0; ) {
    kept = Math.floor(kept / 2)
    yield { view: onlyThese(failing, new Set(ranked.slice(0, kept))), encoding: brief }
  }
}

/** Their bars and words stay. */
function withoutCharts(view: ReportView): ReportView {
  const plain = (check: ShownCheck): ShownCheck =>
    check.curve === null ? check : { ...check, curve: { ...check.curve, charts: [] } }
  const tasks = view.tasks.map((task) => ({
    ...task,
    explained: task.explained.map(plain),
    listed: task.listed.map(plain),
  }))
  return { ...view, tasks }
}

function withoutPassed(view: ReportView): ReportView {
  const passes = ({ verdict }: ShownCheck) => verdict === 'pass'
  const count = view.tasks.reduce((sum, { listed }) => sum + listed.filter(passes).length, 0)
  if (count === 0) return view
  const tasks = view.tasks.map((task) => {
    return { ...task, listed: task.listed.filter((check) => !passes(check)) }
  })
  const omittedText = catalogue(view.language).word('more.passed', { count })
  return { ...view, tasks, omittedText }
}

function onlyThese(view: ReportView, kept: ReadonlySet<ShownCheck>): ReportView {
  const tasks = view.tasks.map((task): TaskView => {
    return { ...task, explained: task.explained.filter((check) => kept.has(check)) }
  })
  const before = view.tasks.reduce((sum, { explained }) => sum + explained.length, 0)
  const omitted = catalogue(view.language).word('more.failed', { count: before - kept.size })
  return { ...view, tasks, omittedText: `${view.omittedText} ${omitted}`.trim() }
}
