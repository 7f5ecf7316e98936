import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { Drawing, MARGIN } from '#figures'
import { preprocess } from '#solutions/transfer-learning/preprocess.ts'
import { transferModel } from '#solutions/transfer-learning/transferModel.ts'
import { readDigits } from '../../../grader/data/digits.ts'
import { pretrained } from './pretrained.ts'

/** Greys from none to full: few, so that the files stay small. */
const SHADES = [null, '#ccc', '#999', '#555', '#111']
const SIDE = 28
/** A 7, which the backbone has never seen. */
const DIGIT = { label: 7, place: 3 }

/** Figures by file name, but for `few-examples.svg`, which learn.ts trains. No words to translate. */
export async function figures(): Promise<Record<string, string>> {
  return {
    'resizing.svg': resizing(),
    'feature-maps.svg': await featureMaps(),
    'network.svg': await network(),
  }
}

/** Stripes that get finer and finer, and what two ways to resize make of them. */
function resizing(): string {
  const drawing = new Drawing('preprocess')
  const [size, small] = [56, 14]
  const stripes = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_unused, j) => {
      const [y, x] = [i / size, j / size]
      return 127.5 + 127.5 * Math.sin(45 * (x * x + y * y))
    }),
  )
  const images = tf.tensor4d(stripes.flat(), [1, size, size, 1])
  const smooth = preprocess(images, { height: small, width: small, range: [0, 1] })
  const coarse = tf.image.resizeBilinear(images, [small, small], false, true).div(255)
  const pictures = [
    { pixels: stripes.map((row) => row.map((value) => value / 255)), side: 4, name: '56 × 56' },
    { pixels: rowsOf(smooth, small), side: 16, name: 'preprocess' },
    { pixels: rowsOf(coarse, small), side: 16, name: 'tf.image.resizeBilinear' },
  ]
  pictures.forEach(({ pixels, side, name }, i) => {
    const x = MARGIN + i * 256
    drawing.mosaic(x, MARGIN, levels(pixels, 0, 1), SHADES, side)
    drawing.text(x + 112, MARGIN + 246, name, { weight: 700 })
  })
  return drawing.toString()
}

/** A digit and what each of the three convolutions makes of it. */
async function featureMaps(): Promise<string> {
  const drawing = new Drawing('digits-0-4')
  const backbone = await pretrained()
  const { pixels, labels } = readDigits()
  const row = labels.indexOf(DIGIT.label) + DIGIT.place
  const bytes = pixels.subarray(row * SIDE ** 2, (row + 1) * SIDE ** 2)
  const image = tf.tensor4d(
    Array.from(bytes, (byte) => (2 * byte) / 255 - 1),
    [1, SIDE, SIDE, 1],
  )
  drawing.mosaic(MARGIN, MARGIN + 26, levels(rowsOf(image, SIDE), -1, 1), SHADES, 4)
  drawing.text(MARGIN + 56, MARGIN + 8, 'image', { weight: 700 })
  let x = MARGIN + 150
  for (const { name, columns, side } of [
    { name: 'conv1', columns: 2, side: 3 },
    { name: 'conv2', columns: 4, side: 6 },
    { name: 'conv3', columns: 4, side: 18 },
  ]) {
    const outputs = backbone.getLayer(name).output
    const maps = tf.model({ inputs: backbone.inputs, outputs }).predict(image) as tf.Tensor4D
    const [, size, , filters] = maps.shape
    const most = maps.max().dataSync()[0] ?? 1
    const step = size * side + 10
    for (let filter = 0; filter < filters; filter++) {
      const [i, j] = [Math.floor(filter / columns), filter % columns]
      const map = maps.slice([0, 0, 0, filter], [1, size, size, 1])
      const shades = levels(rowsOf(map, size), 0, most)
      drawing.mosaic(x + j * step, MARGIN + 26 + i * step, shades, SHADES, side)
    }
    const middle = x + (columns * step - 10) / 2
    drawing.text(middle, MARGIN + 8, `${name}: ${size} × ${size} × ${filters}`, { weight: 700 })
    x += columns * step + 30
  }
  return drawing.toString()
}

/** The layers of the backbone, where it is cut, and the new head. */
async function network(): Promise<string> {
  const drawing = new Drawing('transferModel')
  const backbone = await pretrained()
  const options = { trainable: false, denseSize: 32, classes: 5 }
  const model = transferModel(backbone, 'features', options)
  const old = backbone.layers.map((layer) => boxOf(layer, layer.name))
  const [dense, softmax] = model.layers.slice(-2).map((layer, i) => {
    return boxOf(layer, i === 0 ? 'dense, relu' : 'dense, softmax')
  })
  const cut = old.findIndex(({ name }) => name === 'features')
  old.forEach((box, i) => {
    const y = MARGIN + i * 62
    draw(drawing, MARGIN, y, box, i > cut ? '6 4' : '')
    if (i > 0) drawing.arrow(MARGIN + 100, y - 18, MARGIN + 100, y - 3)
  })
  ;[dense, softmax].forEach((box, i) => {
    const y = MARGIN + (cut + i) * 62
    if (box !== undefined) draw(drawing, MARGIN + 330, y, box)
    if (i === 1) drawing.arrow(MARGIN + 430, y - 18, MARGIN + 430, y - 3)
  })
  const middle = MARGIN + cut * 62 + 22
  drawing.arrow(MARGIN + 204, middle, MARGIN + 326, middle)
  const total = grouped(model.countParams())
  drawing.text(MARGIN + 430, middle + 130, `Σ = ${total}`, { size: 18, weight: 700 })
  return drawing.toString()
}

interface Box {
  readonly name: string
  readonly size: string
  readonly parameters: string
}

function boxOf(layer: tf.layers.Layer, name: string): Box {
  const size = [layer.outputShape].flat(2).slice(1).join(' × ')
  return { name, size, parameters: grouped(layer.countParams()) }
}

function draw(drawing: Drawing, x: number, y: number, { name, size, parameters }: Box, dash = '') {
  drawing.frame(x, y, 200, 42, dash)
  drawing.text(x + 100, y + 13, `${name} [${size}]`, { size: 13, weight: 700 })
  drawing.text(x + 100, y + 30, parameters, { size: 13 })
}

/** Shades from 0 to 4 of values from `low` to `high`. */
function levels(rows: readonly (readonly number[])[], low: number, high: number): number[][] {
  return rows.map((row) =>
    row.map((value) => Math.round(((value - low) / (high - low)) * (SHADES.length - 1))),
  )
}

/** The only channel of the only image. */
function rowsOf(image: tf.Tensor, size: number): number[][] {
  return image.as2D(size, size).arraySync()
}

/** 15301 as 15 301, which reads alike in every language. */
function grouped(n: number): string {
  return n.toLocaleString('en').replaceAll(',', '\u2009')
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await figures())) {
    writeFileSync(new URL(name, import.meta.url), text)
  }
}
