import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { CELL, Drawing, MARGIN } from '#figures'
import { buildModel } from '#solutions/custom-losses/buildModel.ts'
import { regularizedLoss } from '#solutions/custom-losses/regularizedLoss.ts'
import { weightedCategoricalCrossentropy } from '#solutions/custom-losses/weightedCategoricalCrossentropy.ts'

/** The predictions of the handout's six examples, and the class that is right. */
const PREDICTIONS = [
  [0.55, 0.15, 0.2, 0.1],
  [0.28, 0.37, 0.2, 0.15],
  [0.6, 0, 0.3, 0.1],
  [0.4, 0.2, 0.25, 0.15],
  [0.3, 0.25, 0.15, 0.3],
  [0.02, 0.06, 0.05, 0.87],
]
const RIGHT = [0, 1, 1, 2, 3, 3]
const WEIGHTS = [2, 3, 4, 5]

/** All figures of the lab by file name: numbers and signs only, and computed by the solution. */
export function figures(): Record<string, string> {
  return {
    'network.svg': network(),
    'penalties.svg': penalties(),
    'cost.svg': cost(),
    'fixed-case.svg': fixedCase(),
  }
}

function network(): string {
  const drawing = new Drawing('buildModel')
  const model = buildModel(784, 10)
  const middle = MARGIN + 110
  const step = 112
  const bar = (x: number, units: number, label: string) => {
    const height = 14 + 20 * Math.log2(units)
    drawing.frame(x, middle - height / 2, 34, height)
    drawing.text(x + 17, middle, units, { weight: 700 })
    drawing.text(x + 17, middle + 132, label, { size: 13 })
  }
  bar(MARGIN + 4, 784, '')
  model.layers.forEach((layer, i) => {
    const left = MARGIN + 4 + i * step + 34
    drawing.arrow(left + 6, middle, left + 72, middle)
    drawing.text(left + 39, middle - 16, grouped(layer.countParams()), { size: 13 })
    const { units, activation } = layer.getConfig()
    bar(left + 78, Number(units), String(activation))
  })
  drawing.text(MARGIN + 3 * step, middle + 168, `Σ = ${grouped(model.countParams())}`, {
    size: 18,
    weight: 700,
  })
  model.dispose()
  return drawing.toString()
}

/** |w| and w², and their slopes. */
function penalties(): string {
  const drawing = new Drawing('regularizedLoss')
  const value = (l1: number, l2: number) => (w: number) =>
    regularizedLoss([tf.scalar(w)], l1, l2).dataSync()[0] ?? 0
  const slope = (l1: number, l2: number) => {
    const gradient = tf.grad((w: tf.Tensor) => regularizedLoss([w], l1, l2))
    return (w: number) => gradient(tf.scalar(w)).dataSync()[0] ?? 0
  }
  const left = axes(drawing, { x: MARGIN + 20, y: MARGIN + 10, low: 0, high: 4 })
  left.curve(value(1, 0), [-2, 0, 2])
  left.curve(value(0, 1), range(-2, 2, 40))
  left.label(-1.62, 1.25, '|w|')
  left.label(-1.25, 3.2, 'w²')
  const right = axes(drawing, { x: MARGIN + 330, y: MARGIN + 10, low: -4, high: 4 })
  right.curve(slope(1, 0), [-2, -0.001])
  right.curve(slope(1, 0), [0.001, 2])
  right.curve(slope(0, 1), [-2, 2])
  right.label(1.5, 0.45, 'sign(w)')
  right.label(1.2, 3.4, '2w')
  return drawing.toString()
}

/** What a probability for the right class costs, with weights 1 and 4. */
function cost(): string {
  const drawing = new Drawing('weightedCategoricalCrossentropy')
  const costOf = (weight: number) => {
    const loss = weightedCategoricalCrossentropy([weight, 1])
    return (p: number) => loss(tf.tensor2d([[1, 0]]), tf.tensor2d([[p, 1 - p]])).dataSync()[0] ?? 0
  }
  const [x0, y0, width, height] = [MARGIN + 40, MARGIN + 10, 440, 300]
  const at = (p: number, value: number) =>
    [x0 + p * width, y0 + height - (value / 10) * height] as const
  drawing.arrow(x0, y0 + height, x0, y0 - 6)
  drawing.arrow(x0, y0 + height, x0 + width + 18, y0 + height)
  for (const p of [0, 0.2, 0.4, 0.6, 0.8, 1]) drawing.text(at(p, 0)[0], y0 + height + 18, p)
  for (const value of [2, 4, 6, 8, 10]) drawing.text(x0 - 20, at(0, value)[1], value)
  drawing.text(x0 + width + 32, y0 + height, 'p')
  for (const weight of [1, 4]) {
    const f = costOf(weight)
    const shown = range(0.0001, 1, 400).filter((p) => f(p) <= 10)
    join(
      drawing,
      shown.map((p) => at(p, f(p))),
    )
    // The curve leaves the drawing; what the clipped end costs is written beside it.
    const line = y0 + 40 + (weight === 1 ? 26 : 0)
    drawing.text(x0 + 300, line, `w = ${weight}, p = 0:`, { anchor: 'start' })
    drawing.text(x0 + 440, line, f(0).toFixed(1), { anchor: 'end', weight: 700 })
  }
  drawing.text(...at(0.55, 3.4), 'w = 4', { weight: 700 })
  drawing.text(...at(0.42, 0.35), 'w = 1', { weight: 700 })
  return drawing.toString()
}

function fixedCase(): string {
  const drawing = new Drawing('weightedCategoricalCrossentropy')
  const [left, top] = [MARGIN + 26, MARGIN + 26]
  const side = 46
  WEIGHTS.forEach((_, j) => {
    drawing.text(left + (j + 0.5) * side, MARGIN + 8, j, { size: 13 })
  })
  drawing.grid(left, top, PREDICTIONS, (i, j) => (RIGHT[i] === j ? 'seen' : 'plain'), side)
  const costs = PREDICTIONS.map((row, i) => {
    const yTrue = tf.oneHot([RIGHT[i] ?? 0], row.length).toFloat()
    const single = (weights: number[]) =>
      weightedCategoricalCrossentropy(weights)(yTrue, tf.tensor2d([row])).dataSync()[0] ?? 0
    return { plain: single([1, 1, 1, 1]), weighted: single(WEIGHTS) }
  })
  const right = left + 4 * side
  costs.forEach(({ plain, weighted }, i) => {
    const y = top + (i + 0.5) * side
    const weight = WEIGHTS[RIGHT[i] ?? 0]
    drawing.arrow(right + 10, y, right + 40, y)
    drawing.text(right + 118, y, plain.toFixed(4), { anchor: 'end' })
    drawing.text(right + 150, y, `· ${weight} =`, { size: 14 })
    drawing.text(right + 250, y, weighted.toFixed(4), { anchor: 'end', weight: 700 })
  })
  const below = top + 6 * side
  drawing.text(right + 94, MARGIN + 8, '−log p', { size: 13 })
  drawing.line(right + 46, below + 6, right + 254, below + 6)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  drawing.text(right + 46, below + 26, 'Σ / 6', { anchor: 'end' })
  drawing.text(right + 118, below + 26, mean(costs.map(({ plain }) => plain)).toFixed(4), {
    anchor: 'end',
  })
  drawing.text(right + 250, below + 26, mean(costs.map((each) => each.weighted)).toFixed(4), {
    anchor: 'end',
    weight: 700,
  })
  return drawing.toString()
}

interface Corner {
  readonly x: number
  readonly y: number
  readonly low: number
  readonly high: number
}

/** Axes from -2 to 2 and from `low` to `high`, and what can be drawn in them. */
function axes(drawing: Drawing, { x, y, low, high }: Corner) {
  const [width, height] = [6 * CELL, 5.5 * CELL]
  const at = (w: number, value: number) =>
    [x + ((w + 2) / 4) * width, y + ((high - value) / (high - low)) * height] as const
  drawing.arrow(...at(-2, 0), at(2, 0)[0] + 16, at(2, 0)[1])
  drawing.arrow(at(0, low)[0], y + height, at(0, high)[0], y - 8)
  for (const w of [-2, -1, 1, 2]) drawing.text(at(w, 0)[0], at(w, 0)[1] + 14, w, { size: 12 })
  for (const value of [low, high].filter((end) => end !== 0)) {
    drawing.text(at(0, value)[0] - 16, at(0, value)[1] + 4, value, { size: 12 })
  }
  return {
    curve(f: (w: number) => number, points: readonly number[]) {
      join(
        drawing,
        points.map((w) => at(w, f(w))),
      )
    },
    label(w: number, value: number, text: string) {
      drawing.text(...at(w, value), text, { weight: 700 })
    },
  }
}

function join(drawing: Drawing, points: readonly (readonly [number, number])[]): void {
  points.slice(1).forEach(([x, y], i) => {
    const [fromX, fromY] = points[i] ?? [x, y]
    const [x1, y1, x2, y2] = [fromX, fromY, x, y].map((value) => Number(value.toFixed(1)))
    drawing.line(x1 ?? 0, y1 ?? 0, x2 ?? 0, y2 ?? 0)
  })
}

function range(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps)
}

/** 111514 as 111 514, which reads alike in every language. */
function grouped(n: number): string {
  return n.toLocaleString('en').replaceAll(',', '\u2009')
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(figures())) {
    writeFileSync(new URL(name, import.meta.url), text)
  }
}
