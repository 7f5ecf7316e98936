import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { CELL, Drawing, MARGIN } from '#figures'
import { applyAutoencoder } from '#solutions/sparse-autoencoders/applyAutoencoder.ts'
import { buildSparseAutoencoder } from '#solutions/sparse-autoencoders/buildSparseAutoencoder.ts'
import { klSparsity } from '#solutions/sparse-autoencoders/klSparsity.ts'

/** The numbers of the handout. What a figure shows as a result is computed by the solution. */
const IMAGES = [
  [1, 0, 1],
  [0, 1, 1],
]
const ENCODER = [
  [1, -1],
  [0, 1],
  [1, 0.5],
]
const DECODER = [
  [2, -2, 1],
  [-2, 2, 0],
]
const ENCODER_BIAS = [-1, 0]
const DECODER_BIAS = [0, 0, 1]
const BARS = [
  ...[0, 1, 2].map((line) => grid((row) => row === line)),
  ...[0, 1, 2].map((line) => grid((_, column) => column === line)),
]

/** Figures by file name, but for `units.svg`, which learn.ts trains. No words to translate. */
export function figures(): Record<string, string> {
  return {
    'autoencoder.svg': autoencoder(),
    'worked-example.svg': workedExample(),
    'divergence.svg': divergence(),
    'bars.svg': bars(),
  }
}

/** The three layers, as high as they are wide in units, with the parameters that the solution counts. */
function autoencoder(): string {
  const drawing = new Drawing('buildSparseAutoencoder')
  const { model } = buildSparseAutoencoder(784, 50, 0.05)
  const middle = MARGIN + 112
  model.layers.forEach((layer, k) => {
    const x = MARGIN + 60 + k * 210
    const { units = 784, activation } = layer.getConfig()
    const height = units === 784 ? 180 : 60
    drawing.frame(x - 14, middle - height / 2, 28, height)
    drawing.text(x, MARGIN, layer.name, { weight: 700 })
    drawing.text(x, middle, String(units), { size: 13, weight: 700 })
    drawing.text(x, middle + 112, typeof activation === 'string' ? activation : '', { size: 13 })
    if (k === 0) return
    drawing.arrow(x - 190, middle, x - 20, middle)
    drawing.text(x - 105, middle - 18, grouped(layer.countParams()), { weight: 700 })
  })
  drawing.text(MARGIN + 60 + 210, MARGIN + 252, `Σ = ${grouped(model.countParams())}`, {
    size: 18,
    weight: 700,
  })
  model.dispose()
  return drawing.toString()
}

/** Images, code and output of the worked example, one row for each image. */
function workedExample(): string {
  const drawing = new Drawing('applyAutoencoder')
  const images = tf.tensor2d(IMAGES)
  const weights = [
    tf.tensor2d(ENCODER),
    tf.tensor1d(ENCODER_BIAS),
    tf.tensor2d(DECODER),
    tf.tensor1d(DECODER_BIAS),
  ] as const
  const { output, loss } = applyAutoencoder(images, ...weights)
  const sums = images.matMul(weights[0]).add(weights[1])
  const code = sums.relu<tf.Tensor2D>().arraySync()
  const side = CELL + 12
  const top = MARGIN + 30
  const [a, b, c] = [MARGIN, MARGIN + 3 * side + 130, MARGIN + 5 * side + 270]
  drawing.grid(a, top, IMAGES, () => 'plain', side)
  drawing.grid(b, top, code, (i, j) => (code[i]?.[j] === 0 ? 'zero' : 'seen'), side)
  const shown = output.arraySync().map((row) => row.map((value) => value.toFixed(3)))
  drawing.grid(c, top, shown, () => 'result', side)
  const names = ['X', 'code', 'output']
  ;[a + 1.5 * side, b + side, c + 1.5 * side].forEach((x, i) => {
    drawing.text(x, MARGIN + 8, names[i] ?? '', { weight: 700 })
  })
  drawing.arrow(a + 3 * side + 12, top + side, b - 12, top + side)
  drawing.text(a + 3 * side + 65, top + side - 18, 'relu(X·We + be)', { size: 12 })
  drawing.arrow(b + 2 * side + 12, top + side, c - 12, top + side)
  drawing.text(b + 2 * side + 70, top + side - 18, 'sigmoid(code·Wd + bd)', { size: 11 })
  const error = images.sub(output).square().mean<tf.Scalar>().arraySync()
  const mean = sums.relu().mean<tf.Scalar>().arraySync()
  const sum = `${error.toFixed(4)} + 0.05 · ${mean} = ${loss.arraySync().toFixed(4)}`
  drawing.text(b + side, top + 2 * side + 34, sum, { size: 18, weight: 700 })
  return drawing.toString()
}

/** The penalty of one unit over its mean activation, for two wished-for activations. */
function divergence(): string {
  const drawing = new Drawing('klSparsity')
  const [left, bottom, width, height] = [MARGIN + 40, MARGIN + 220, 420, 200]
  const at = (r: number, penalty: number) =>
    [left + r * width, bottom - (penalty / 2) * height] as const
  drawing.line(left, bottom, left + width, bottom)
  drawing.line(left, bottom, left, bottom - height)
  for (const r of [0, 0.05, 0.2, 0.5, 1]) {
    drawing.line(left + r * width, bottom, left + r * width, bottom + 5)
    drawing.text(left + r * width, bottom + 18, r, { size: 12 })
  }
  for (const penalty of [0, 1, 2]) {
    drawing.text(left - 14, bottom - (penalty / 2) * height, penalty, { size: 12 })
  }
  for (const rho of [0.05, 0.2]) {
    const points = Array.from({ length: 101 }, (_, i) => {
      const penalty = klSparsity(tf.tensor1d([i / 100]), rho).arraySync()
      return { penalty, place: at(i / 100, penalty).map(Math.round) }
    }).filter(({ penalty }) => penalty <= 2)
    points.slice(1).forEach(({ place: [x = 0, y = 0] }, i) => {
      const [fromX = 0, fromY = 0] = points[i]?.place ?? []
      drawing.line(fromX, fromY, x, y)
    })
    // Above the left curve and below the right one.
    const [x = 0, y = 0] = points[70]?.place ?? []
    const [aside, anchor] = rho === 0.05 ? [-10, 'end'] : [14, 'start']
    drawing.text(x + aside, y, `ρ = ${rho}`, { size: 13, weight: 700, anchor })
  }
  drawing.text(left + width + 14, bottom, 'r', { weight: 700 })
  return drawing.toString()
}

/** The six images of the public check. */
function bars(): string {
  const drawing = new Drawing('bars')
  BARS.forEach((bar, i) => {
    drawing.grid(MARGIN + i * 100, MARGIN, bar, (r, c) => (bar[r]?.[c] ? 'result' : 'plain'), 26)
  })
  return drawing.toString()
}

function grid(bright: (row: number, column: number) => boolean): number[][] {
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => Number(bright(row, column))))
}

/** 79234 as 79 234, which reads alike in every language. */
function grouped(n: number): string {
  return n.toLocaleString('en').replaceAll(',', '\u2009')
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(figures())) {
    writeFileSync(new URL(name, import.meta.url), text)
  }
}
