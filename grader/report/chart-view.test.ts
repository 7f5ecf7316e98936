import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURVE_POINTS, type Curve } from '../model/outcome.ts'
import { measured } from '../model/value-json.ts'
import { catalogue } from './catalogue.ts'
import { viewChart } from './chart-view.ts'
import { card, exampleLab, passed, result } from './example-cards.ts'
import { renderHtml, renderMarkdown, renderTerminal, view } from './index.ts'
import { treeOfMarkdown } from './tag-tree.ts'

const words = catalogue('en')
const student = { language: 'es', audience: 'student', afterDue: true } as const
const chart = (values: readonly number[], kind: 'loss' | 'metric' = 'loss') =>
  viewChart(
    kind,
    values.map((_, index) => index + 1),
    values,
    words,
  )

function viewOf(curve: Curve | null) {
  const checks = [{ ...passed('by-hand', 5), curve }, passed('random-lengths', 10)]
  return view(exampleLab, card([result('conv1d', checks)]), student)
}

describe('a chart', () => {
  test('starts at zero, and a share between 0 and 1 has all of its scale', () => {
    expect(chart([2.5, 1])).toMatchObject({ low: '0', high: '2.5', values: '2.5, 1' })
    expect(chart([0.4, 0.9], 'metric')).toMatchObject({ low: '0', high: '1' })
    expect(chart([-3, 40], 'metric')).toMatchObject({ low: '-3', high: '40' })
    expect(chart([0, 0])).toMatchObject({ low: '0', high: '1' })
    expect(chart([-2, -2])).toMatchObject({ low: '-2', high: '-1' })
  })

  test('is of the longest run of numbers, over its own epochs', () => {
    const shown = chart([1, Number.NaN, 5, 4, 3, Number.POSITIVE_INFINITY, 2])
    expect(shown).toMatchObject({ firstEpoch: '3', lastEpoch: '5', values: '5, 4, 3' })
    expect(chart([1, Number.NaN, 2])).toBeNull()
    expect(chart([])).toBeNull()
  })

  test('writes no exponents, which Mermaid does not read', () => {
    expect(chart([1.23456e-9, 4e20])?.values).toBe('0.000000001235, 400000000000000000000')
    expect(chart([1e21, 1e300])).toBeNull()
    expect(viewChart('loss', [1, 1e300], [1, 2], words)).toBeNull()
    expect(viewChart('loss', [3, 3], [1, 2], words)).toBeNull()
  })
})

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const CHART = new RegExp(
  [
    String.raw`^%%\{init: .*\}%%`,
    'xychart-beta',
    'title "(?:Pérdida|Métrica)"',
    String.raw`x-axis "Época" \d+ --> \d+`,
    `y-axis ${NUMBER} --> ${NUMBER}`,
    String.raw`line \[${NUMBER}(?:, ${NUMBER})+\]$`,
  ].join('\n'),
)

test('whatever was recorded of a training, the comment keeps its form and the chart is one', () => {
  const number = fc
    .oneof(fc.double(), fc.double({ min: 0, max: 3 }), fc.constant(Number.NaN))
    .map(measured)
  const point = fc.record({
    epoch: fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true })),
    loss: number,
    metric: fc.option(number),
  })
  const curves: fc.Arbitrary<Curve> = fc.record({
    metric: fc.option(fc.string({ unit: 'binary' })),
    points: fc.array(point, { maxLength: 60 }),
  })
  const without = treeOfMarkdown(renderMarkdown(viewOf(null)))
  fc.assert(
    fc.property(curves, (curve) => {
      const page = renderMarkdown(viewOf(curve))
      const charts = [...page.matchAll(/```mermaid\n(.*?)\n```/gs)].map(([, text]) => text)
      for (const text of charts) expect(text).toMatch(CHART)
      const tree = treeOfMarkdown(page)
      expect(tree.match(/language-mermaid/g) ?? []).toHaveLength(charts.length)
      // what comes after the charts is what came there before
      const end = without.slice(without.lastIndexOf('<p><sub>'))
      expect(tree.endsWith(end)).toBe(true)
      expect(tree.match(/<details/g)).toHaveLength(charts.length > 0 ? 2 : 1)
    }),
    { numRuns: 100 },
  )
})

test('ten thousand epochs are drawn as forty, on every page', () => {
  const points = Array.from({ length: 10_000 }, (_, i) => ({
    epoch: i + 1,
    loss: 1 / (i + 1),
    metric: i / 10_000,
  }))
  const shown = viewOf({ metric: 'accuracy', points })
  const page = renderMarkdown(shown)
  expect(page.length).toBeLessThan(4_000)
  expect(/line \[(.*)\]/.exec(page)?.[1]?.split(', ')).toHaveLength(CURVE_POINTS)
  expect(page).toContain('x-axis "Época" 1 --> 10000')
  expect(renderHtml(shown)).toContain('en 10.000 épocas')
  expect(renderTerminal(shown, { colour: false, columns: 100 })).not.toContain('mermaid')
})

test('charts are the first to go where a comment has no room, and their words stay', () => {
  const points = [1, 2, 3].map((epoch) => ({ epoch, loss: 1 / epoch, metric: null }))
  const shown = viewOf({ metric: null, points })
  const whole = renderMarkdown(shown)
  const shorter = renderMarkdown(shown, whole.length - 1)
  expect(whole).toContain('```mermaid')
  expect(shorter).not.toContain('```mermaid')
  expect(shorter).toContain('en 3 épocas')
  expect(shorter).toContain('random&#45;lengths')
})
