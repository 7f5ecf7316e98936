import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { Drawing, MARGIN } from '#figures'
import { buildPairModel } from '#solutions/pairwise-classification/buildPairModel.ts'
import { buildPairs } from '#solutions/pairwise-classification/buildPairs.ts'
import { buildSiameseModel } from '#solutions/pairwise-classification/buildSiameseModel.ts'
import { readDigits } from '../../../grader/data/digits.ts'

/** All figures of the lab by file name. They hold names, numbers and pixels: no words to translate. */
export function figures(): Record<string, string> {
  return { 'pairs.svg': pairs(), 'networks.svg': networks() }
}

const SIDE = 28
const CLASSES = [0, 1, 7]
/** Greys for ink from none to full: few, so that the file stays small. */
const INK = [null, '#bbb', '#888', '#555', '#111']

/** What the solution makes of ten images of each of three digits: a same and a different pair of each. */
function pairs(): string {
  const drawing = new Drawing('buildPairs')
  const { pixels, labels } = readDigits()
  const rows = CLASSES.flatMap((label) => {
    const first = labels.indexOf(label)
    return Array.from({ length: 10 }, (_, i) => first + i)
  })
  const images = tf.tensor2d(
    rows.map((row) => [...pixels.subarray(row * SIDE ** 2, (row + 1) * SIDE ** 2)]),
  )
  const own = rows.map((row) => labels[row] ?? 0)
  const { a, b, same } = buildPairs(images, own, 1, 4)
  const [above, below] = [a.arraySync(), b.arraySync()]
  const size = SIDE * 4
  drawing.text(MARGIN + 10, MARGIN + size / 2, 'a', { weight: 700 })
  drawing.text(MARGIN + 10, MARGIN + 1.5 * size + 10, 'b', { weight: 700 })
  same.forEach((one, i) => {
    const x = MARGIN + 34 + i * (size + 26)
    drawing.mosaic(x, MARGIN, levels(above[i] ?? []), INK, 4)
    drawing.mosaic(x, MARGIN + size + 10, levels(below[i] ?? []), INK, 4)
    drawing.text(x + size / 2, MARGIN + 2 * size + 32, `same = ${one}`, { weight: 700 })
  })
  return drawing.toString()
}

/** Rows of shades from 0 to 4 of one image of bytes. */
function levels(image: readonly number[]): number[][] {
  return Array.from({ length: SIDE }, (_, i) =>
    image
      .slice(i * SIDE, (i + 1) * SIDE)
      .map((byte) => Math.round((byte / 255) * (INK.length - 1))),
  )
}

const BOX = { width: 164, height: 44 }
/** Heights of the five stages of a network. */
const STAGES = [0, 1, 2, 3, 4].map((k) => MARGIN + k * 82)

function networks(): string {
  const drawing = new Drawing('buildPairModel, buildSiameseModel')
  const [left, right] = [MARGIN, MARGIN + 460]
  drawNetwork(drawing, left, buildPairModel(SIDE ** 2), 'concat', ['layer1_img0', 'layer1_img1'])
  drawNetwork(drawing, right, buildSiameseModel(SIDE ** 2), 'difference', ['layer1_shared'])
  return drawing.toString()
}

/** One network from its inputs at the top to its output: for each layer what leaves it and what it learns. */
function drawNetwork(
  drawing: Drawing,
  x: number,
  model: tf.LayersModel,
  joins: string,
  firsts: readonly string[],
): void {
  const [columns, middle] = [[x, x + 204], x + 102]
  const [top = 0, codes = 0, joined = 0, common = 0, end = 0] = STAGES
  columns.forEach((column, i) => {
    box(drawing, column, top, model, `input_img${i}`)
    const center = column + BOX.width / 2
    drawing.arrow(center, top + BOX.height + 3, center, codes - 4)
    const towards = middle + BOX.width / 2 + (i === 0 ? -30 : 30)
    drawing.arrow(center, codes + BOX.height + 3, towards, joined - 4)
  })
  firsts.forEach((name, i) => {
    // The shared layer stands below both inputs: as wide as the two that it replaces.
    const width = firsts.length === 1 ? BOX.width + 204 : BOX.width
    box(drawing, columns[i] ?? x, codes, model, name, width)
  })
  for (const [y, name] of [
    [joined, joins],
    [common, 'layer2_common'],
    [end, 'output'],
  ] as const) {
    box(drawing, middle, y, model, name)
    const center = middle + BOX.width / 2
    if (y !== joined) drawing.arrow(center, y - 82 + BOX.height + 3, center, y - 4)
  }
  drawing.text(
    middle + BOX.width / 2,
    end + BOX.height + 30,
    `Σ = ${grouped(model.countParams())}`,
    {
      size: 18,
      weight: 700,
    },
  )
}

function box(
  drawing: Drawing,
  x: number,
  y: number,
  model: tf.LayersModel,
  name: string,
  width: number = BOX.width,
): void {
  const layer = model.getLayer(name)
  const [output] = [layer.outputShape].flat(2).slice(-1)
  const parameters = grouped(layer.countParams())
  drawing.frame(x, y, width, BOX.height)
  drawing.text(x + width / 2, y + 14, `${name} [${output}]`, { size: 13, weight: 700 })
  const formula = name === 'difference' ? `|u - v|: ${parameters}` : parameters
  drawing.text(x + width / 2, y + 32, formula, { size: 13 })
}

/** 177201 as 177 201, which reads alike in every language. */
function grouped(n: number): string {
  return n.toLocaleString('en').replaceAll(',', '\u2009')
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(figures())) {
    writeFileSync(new URL(name, import.meta.url), text)
  }
}
