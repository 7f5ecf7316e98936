import { describe, expect, test } from 'vitest'
import type { PlannedPull, PullResult } from '../../model/pulls.ts'
import { validatePullResult } from '../../model/records.ts'
import type { Cause, CheckResult, Scorecard } from '../../model/scorecard.ts'
import { exampleLab } from '../../report/example-cards.ts'
import { EVERY_CAUSE } from '../../report/example-causes.ts'
import { third } from '../../report/example-pulls.ts'
import { HOSTILE_TEXTS } from '../../report/hostile-texts.ts'
import { renderMarkdown, view, viewMark, withPull } from '../../report/index.ts'
import { treeOfMarkdown } from '../../report/tag-tree.ts'
import { stubResult } from './testing/stub-grade.ts'
import { lies } from './trust.ts'

const lab = { ...exampleLab, tasks: exampleLab.tasks.slice(0, 1) }
const planned: PlannedPull = { ...third.planned, due: null }
type Path = readonly (string | number)[]

/** A result in which every check ends so. */
function ending(verdict: CheckResult['verdict'], cause: Cause): PullResult {
  const whole = stubResult(lab, planned, 0)
  if (whole.result.kind !== 'graded') throw new Error('the stub grades')
  const { card } = whole.result
  const curve = {
    metric: 'accuracy',
    points: [1, 2].map((epoch) => ({ epoch, loss: 1, metric: 1 })),
  }
  const tasks = card.tasks.map((task) => ({
    ...task,
    checks: task.checks.map((check) => ({
      ...check,
      verdict,
      cause,
      curve,
      misconception: 'none',
    })),
  }))
  return { ...whole, result: { kind: 'graded', card: { ...card, tasks } } }
}

/** Where a record holds texts. */
function textsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((each, index) => textsOf(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, [...path, key]))
}

function withText(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text
  if (Array.isArray(value)) return value.with(Number(key), withText(value[Number(key)], rest, text))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([name, each]) => [name, name === key ? withText(each, rest, text) : each]),
  )
}

/** The card, if whoever reports believes it. */
function believed(result: unknown): Scorecard | null {
  const read = validatePullResult(result)
  if (!read.ok || read.value.result.kind !== 'graded') return null
  const { card } = read.value.result
  return lies(card, planned, lab).length === 0 ? card : null
}

function pageOf(card: Scorecard): string {
  const shown = view(lab, card, { language: 'en', audience: 'student', afterDue: true })
  const page = withPull(shown, { ...third, planned })
  return `${renderMarkdown(page, Infinity)}\n\n${viewMark(page, 50).summary}`
}

let slots = 0

describe.each(Object.entries(EVERY_CAUSE))('a result that ends as %s', (_, [verdict, cause]) => {
  test('holds a text of others nowhere but where it is quoted', () => {
    const honest = ending(verdict, cause)
    expect(believed(honest)).not.toBeNull()
    // what is around a cause is the same for all of them
    const free = textsOf(honest)
      .filter((path) => slots === 0 || path.includes('cause'))
      .filter((path) => believed(withText(honest, path, 'benign')) !== null)
    slots += free.length
    for (const path of free) {
      const named = (text: string) => {
        const card = believed(withText(honest, path, text))
        return card === null ? null : treeOfMarkdown(pageOf(card))
      }
      const benign = named('benign')
      for (const text of HOSTILE_TEXTS) {
        const tree = named(text)
        if (tree !== null) expect(tree, `${path.join('.')} ${JSON.stringify(text)}`).toBe(benign)
      }
    }
  }, 120_000)
})

test('that is a good many of places', () => {
  process.stdout.write(`texts of a result that are not checked by their form: ${slots}\n`)
  expect(slots).toBeGreaterThan(60)
})
