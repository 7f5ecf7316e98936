import { CURVE_POINTS, type Curve, type Measured } from '../model/outcome.ts'
import { unmeasured } from '../model/value-json.ts'
import type { Catalogue } from './catalogue.ts'
import { viewChart } from './chart-view.ts'
import { formatMeasured } from './numbers.ts'
import type { CurveView, Sentence, Span } from './report-view.ts'
import { untrusted } from './sentence.ts'

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
/** Stands for a number that is none. */
const GAP = '·'

/** Size of the drawing, in the units of its view box. */
const WIDTH = 240
const HEIGHT = 56

/**
 * A training's history for the eye: bars and words for a terminal, two lines for a page. Null where there is
 * nothing to draw.
 * @param full whether a name that the submission chose may be shown.
 */
export function viewCurve(curve: Curve | null, words: Catalogue, full: boolean): CurveView | null {
  if (curve === null || curve.points.length < 2) return null
  const points = thinned(curve.points)
  const losses = points.map(({ loss }) => loss)
  const metrics = points.map(({ metric }) => metric ?? 'NaN')
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const value = (number: Measured | null) => formatMeasured(words.language, number ?? 'NaN', 3)
  const name: Span =
    full && curve.metric !== null ? untrusted(curve.metric) : { text: words.word('curve.metric') }
  const loss = { from: value(first.loss), to: value(last.loss), count: last.epoch }
  const curveText: Sentence =
    curve.metric === null
      ? words.say('curve.loss', loss)
      : words.say('curve.both', {
          ...loss,
          metric: name,
          metricFrom: value(first.metric),
          metricTo: value(last.metric),
        })
  const epochs = points.map(({ epoch }) => epoch)
  const charts = [
    viewChart('loss', epochs, losses.map(unmeasured), words),
    curve.metric === null ? null : viewChart('metric', epochs, metrics.map(unmeasured), words),
  ]
  return {
    curveLabel: words.word('label.curve'),
    bars: bars(losses),
    curveText,
    lossLine: line(losses),
    metricLine: curve.metric === null ? '' : line(metrics),
    charts: charts.filter((chart) => chart !== null),
    chartLabel: words.word('label.chart'),
  }
}

/** Whoever wrote the record may have kept more than we draw. */
function thinned(points: Curve['points']): Curve['points'] {
  if (points.length <= CURVE_POINTS) return points
  const step = (points.length - 1) / (CURVE_POINTS - 1)
  return Array.from({ length: CURVE_POINTS }, (_, i) => points[Math.round(i * step)]).filter(
    (point) => point !== undefined,
  )
}

function bars(values: readonly Measured[]): string {
  return scaled(values)
    .map((share) => (share === null ? GAP : BARS[Math.round(share * (BARS.length - 1))]))
    .join('')
}

/** `x,y` pairs of a polyline, without what is no number. */
function line(values: readonly Measured[]): string {
  const step = WIDTH / (values.length - 1)
  return scaled(values)
    .flatMap((share, i) =>
      share === null ? [] : [`${(i * step).toFixed(1)},${((1 - share) * HEIGHT).toFixed(1)}`],
    )
    .join(' ')
}

/** Between the smallest and the largest, 0 to 1; null for what is no number. */
function scaled(values: readonly Measured[]): (number | null)[] {
  const numbers = values.map(unmeasured)
  const finite = numbers.filter(Number.isFinite)
  const low = Math.min(...finite)
  const range = Math.max(...finite) - low
  return numbers.map((value) => {
    if (!Number.isFinite(value)) return null
    return range === 0 ? 0.5 : (value - low) / range
  })
}
