import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { CELL, Drawing, type Look, MARGIN } from '#figures'
import { conv1d } from '#solutions/convolutions/conv1d.ts'
import { conv2d } from '#solutions/convolutions/conv2d.ts'
import { countParameters } from '#solutions/convolutions/countParameters.ts'
import { im2col } from '#solutions/convolutions/im2col.ts'
import { padAndStride } from '#solutions/convolutions/padAndStride.ts'
import { pool2d } from '#solutions/convolutions/pool2d.ts'

type Rows = readonly (readonly number[])[]

/** The numbers of the handout. What a figure shows as a result is computed by the solution. */
const IMAGE: Rows = [
  [1, 0, 2, 1, 0],
  [0, 3, 1, 0, 2],
  [2, 1, 0, 1, 1],
  [1, 0, 1, 2, 0],
  [0, 2, 1, 0, 3],
]
const FILTER: Rows = [
  [0.1, -0.1, 0.2],
  [0, 0.1, -0.1],
  [0.1, 0, 0.1],
]
const GRID: Rows = [
  [60, 113, 56, 139, 85],
  [73, 121, 54, 84, 128],
  [131, 99, 70, 129, 127],
  [80, 57, 115, 69, 134],
  [104, 126, 123, 95, 130],
]
const SHARPEN: Rows = [
  [0, -1, 0],
  [-1, 5, -1],
  [0, -1, 0],
]

/** All figures of the lab by file name. They hold numbers and signs only: no words to translate. */
export function figures(): Record<string, string> {
  return {
    'conv1d.svg': oneDimension(),
    'conv2d.svg': twoDimensions(),
    'channels.svg': channels(),
    'padding.svg': padding(),
    'odd-padding.svg': oddPadding(),
    'stride-and-dilation.svg': strideAndDilation(),
    'im2col.svg': patches(),
    'pooling.svg': pooling(),
    'network.svg': network(),
  }
}

function oneDimension(): string {
  const drawing = new Drawing('conv1d')
  const signal = [2, -1, 0, 3, 1]
  const kernel = [1, 2, 3]
  const at = (i: number) => MARGIN + 30 + i * CELL
  signal.forEach((_, i) => {
    drawing.text(at(i) + CELL / 2, MARGIN + 4, i, { size: 11 })
  })
  drawing.grid(at(0), MARGIN + 16, [signal], (_, i) => (i >= 1 && i <= 3 ? 'seen' : 'plain'))
  kernel.forEach((_, t) => {
    drawing.text(at(t + 1) + CELL / 2, MARGIN + 68, '×', { size: 18 })
  })
  drawing.grid(at(1), MARGIN + 80, [kernel])
  drawing.text(at(5) + 14, MARGIN + 100, '= (-1)·1 + 0·2 + 3·3 = 8', { anchor: 'start' })
  drawing.arrow(at(1) + CELL / 2, MARGIN + 124, at(1) + CELL / 2, MARGIN + 148)
  drawing.grid(at(0), MARGIN + 152, [conv1d(signal, kernel)], (_, i) =>
    i === 1 ? 'result' : 'plain',
  )
  return drawing.toString()
}

function twoDimensions(): string {
  const drawing = new Drawing('conv2d')
  const [image, filters] = [tensor(IMAGE), filter(FILTER)]
  const first = (i: number, j: number): Look => (i < 3 && j < 3 ? 'seen' : 'plain')
  drawing.grid(MARGIN, MARGIN, IMAGE, first)
  drawing.frame(MARGIN, MARGIN, 3 * CELL, 3 * CELL)
  drawing.text(MARGIN + 5 * CELL + 22, MARGIN + 100, '∗', { size: 26 })
  const second = MARGIN + 5 * CELL + 44
  drawing.grid(second, MARGIN + CELL, FILTER)
  drawing.text(second + 3 * CELL + 22, MARGIN + 100, '=', { size: 22 })
  const third = second + 3 * CELL + 44
  const corner = (i: number, j: number): Look => (i + j === 0 ? 'result' : 'plain')
  drawing.grid(third, MARGIN + CELL, rows(conv2d(image, filters, 'linear'), 1), corner)
  drawing.arrow(third + 3 * CELL + 10, MARGIN + 100, third + 3 * CELL + 58, MARGIN + 100)
  drawing.text(third + 3 * CELL + 34, MARGIN + 84, 'σ', { size: 18 })
  drawing.grid(third + 3 * CELL + 68, MARGIN + CELL, rows(conv2d(image, filters), 2), corner)
  return drawing.toString()
}

function channels(): string {
  const drawing = new Drawing('conv2d')
  const layers: [Rows, Rows, string][] = [
    [
      [
        [1, 2, 0],
        [0, 1, 3],
        [2, 0, 0],
      ],
      [
        [2, 0],
        [0, -1],
      ],
      '2·1 + (-1)·1 = 1',
    ],
    [
      [
        [0, 1, 1],
        [2, 0, 1],
        [1, 1, 0],
      ],
      [
        [0, 1],
        [-2, 0],
      ],
      '1·1 + (-2)·2 = -3',
    ],
  ]
  layers.forEach(([image, weights, products], k) => {
    const top = MARGIN + k * (3 * CELL + 24)
    drawing.grid(MARGIN, top, image, (i, j) => (i < 2 && j < 2 ? 'seen' : 'plain'))
    drawing.frame(MARGIN, top, 2 * CELL, 2 * CELL)
    drawing.text(MARGIN + 3 * CELL + 20, top + 60, '∗', { size: 26 })
    drawing.grid(MARGIN + 3 * CELL + 40, top + 20, weights)
    drawing.text(MARGIN + 5 * CELL + 56, top + 60, products.replaceAll('-', '\u2212'), {
      anchor: 'start',
    })
  })
  const right = MARGIN + 5 * CELL + 200
  const middle = MARGIN + 3 * CELL + 12
  drawing.arrow(right - 6, MARGIN + 70, right + 34, middle - 14)
  drawing.arrow(right - 6, MARGIN + 194, right + 34, middle + 14)
  drawing.text(right + 48, middle, '+', { size: 24 })
  const image = tf
    .stack(
      layers.map(([layer]) => matrix(layer)),
      2,
    )
    .expandDims<tf.Tensor4D>(0)
  const weights = tf
    .stack(
      layers.map(([, layer]) => matrix(layer)),
      2,
    )
    .expandDims<tf.Tensor4D>(3)
  const sums = rows(conv2d(image, weights, 'linear'), 0)
  drawing.grid(right + 72, middle - CELL, sums, (i, j) => (i + j === 0 ? 'result' : 'plain'))
  return drawing.toString()
}

function padding(): string {
  const drawing = new Drawing('padAndStride')
  const inside = (i: number, j: number) => i >= 1 && i <= 5 && j >= 1 && j <= 5
  const padded = Array.from({ length: 7 }, (_, i) =>
    Array.from({ length: 7 }, (_, j) => (inside(i, j) ? (GRID[i - 1]?.[j - 1] ?? 0) : 0)),
  )
  drawing.grid(MARGIN, MARGIN, padded, (i, j) => {
    if (!inside(i, j)) return 'zero'
    return i < 3 && j < 3 ? 'seen' : 'plain'
  })
  drawing.frame(MARGIN, MARGIN, 3 * CELL, 3 * CELL)
  drawing.text(MARGIN + 7 * CELL + 22, MARGIN + 140, '∗', { size: 26 })
  const second = MARGIN + 7 * CELL + 44
  drawing.grid(second, MARGIN + 2 * CELL, SHARPEN)
  drawing.text(second + 3 * CELL + 22, MARGIN + 140, '=', { size: 22 })
  const sums = rows(padAndStride(tensor(GRID), filter(SHARPEN), { padding: 'same' }), 0)
  drawing.grid(second + 3 * CELL + 44, MARGIN + CELL, sums, (i, j) =>
    i + j === 0 ? 'result' : 'plain',
  )
  return drawing.toString()
}

function oddPadding(): string {
  const drawing = new Drawing('padAndStride')
  const row = [1, 2, 3, 4, 5]
  drawing.grid(MARGIN, MARGIN, [[...row, 0]], (_, j) => {
    if (j === 5) return 'zero'
    return j === 4 ? 'seen' : 'plain'
  })
  drawing.frame(MARGIN + 4 * CELL, MARGIN, 2 * CELL, CELL)
  drawing.text(MARGIN + 6 * CELL + 22, MARGIN + 20, '∗', { size: 26 })
  drawing.grid(MARGIN + 6 * CELL + 44, MARGIN, [[1, 10]])
  drawing.text(MARGIN + 8 * CELL + 66, MARGIN + 20, '=', { size: 22 })
  const pair = filter([[1, 10]])
  const sums = rows(padAndStride(tensor([row]), pair, { padding: 'same' }), 0)
  drawing.grid(MARGIN + 8 * CELL + 88, MARGIN, sums, (_, j) => (j === 4 ? 'result' : 'plain'))
  return drawing.toString()
}

function strideAndDilation(): string {
  const drawing = new Drawing('padAndStride')
  const small = 34
  const image = tensor(GRID)
  const scenes: [label: string, seen: (i: number, j: number) => boolean, Rows][] = [
    [
      's = 2',
      (i, j) => i < 3 && j >= 2,
      rows(padAndStride(image, filter(SHARPEN), { stride: 2 }), 0),
    ],
    [
      'd = 2',
      (i, j) => i % 2 === 0 && j % 2 === 0,
      rows(padAndStride(image, filter(SHARPEN), { dilation: 2 }), 0),
    ],
  ]
  scenes.forEach(([label, seen, sums], k) => {
    const left = MARGIN + k * (8 * small + 110)
    drawing.text(left + 2.5 * small, MARGIN + 6, label, { weight: 700 })
    const top = MARGIN + 26
    drawing.grid(left, top, GRID, (i, j) => (seen(i, j) ? 'seen' : 'plain'), small)
    if (k === 0) {
      for (const i of [0, 2]) {
        for (const j of [0, 2]) {
          const dash = i === 0 && j === 2 ? '' : '7 5'
          drawing.frame(left + j * small, top + i * small, 3 * small, 3 * small, dash)
        }
      }
    }
    drawing.arrow(left + 5 * small + 12, top + 85, left + 5 * small + 48, top + 85)
    const half = (sums.length * 44) / 2
    const result = (i: number, j: number): Look =>
      k === 1 || (i === 0 && j === 1) ? 'result' : 'plain'
    drawing.grid(left + 5 * small + 58, top + 85 - half, sums, result, 44)
  })
  return drawing.toString()
}

function patches(): string {
  const drawing = new Drawing('im2col')
  const image = tf.tensor4d([1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60], [1, 2, 3, 2])
  const pixels = [
    ['1 | 10', '2 | 20', '3 | 30'],
    ['4 | 40', '5 | 50', '6 | 60'],
  ]
  const wide = 66
  drawing.grid(MARGIN, MARGIN, pixels, (_, j) => (j < 2 ? 'seen' : 'plain'), wide)
  drawing.frame(MARGIN, MARGIN, 2 * wide, 2 * wide)
  drawing.frame(MARGIN + wide, MARGIN + 6, 2 * wide, 2 * wide - 12, '7 5')
  drawing.arrow(MARGIN + 3 * wide + 14, MARGIN + wide, MARGIN + 3 * wide + 56, MARGIN + wide)
  const left = MARGIN + 3 * wide + 70
  const lists = im2col(image, 2, 2).reshape<tf.Tensor2D>([2, 8]).arraySync()
  drawing.grid(left, MARGIN + wide - CELL - 8, lists.slice(0, 1), () => 'seen')
  drawing.frame(left, MARGIN + wide - CELL - 8, 8 * CELL, CELL)
  drawing.grid(left, MARGIN + wide + 8, lists.slice(1))
  drawing.frame(left, MARGIN + wide + 8, 8 * CELL, CELL, '7 5')
  return drawing.toString()
}

function pooling(): string {
  const drawing = new Drawing('pool2d')
  const image = tensor(GRID)
  const left = (k: number) => MARGIN + k * (5 * CELL + 190)
  const top = MARGIN + 26
  const middle = top + 2.5 * CELL
  const cases: [name: string, windows: number, pooled: tf.Tensor4D][] = [
    ["'valid'", 2, pool2d(image, 2, 'max')],
    ["'same'", 3, pool2d(image, 2, 'max', 'same')],
  ]
  for (const [k, [name, windows, pooled]] of cases.entries()) {
    drawing.text(left(k) + 2.5 * CELL, MARGIN + 6, name, { weight: 700 })
    drawing.grid(left(k), top, GRID, (i, j) => {
      if (i >= 2 * windows || j >= 2 * windows) return 'dropped'
      return i < 2 && j < 2 ? 'seen' : 'plain'
    })
    for (let i = 0; i < windows; i++) {
      for (let j = 0; j < windows; j++) {
        const [wide, tall] = [Math.min(2, 5 - 2 * j) * CELL, Math.min(2, 5 - 2 * i) * CELL]
        drawing.frame(left(k) + 2 * j * CELL, top + 2 * i * CELL, wide, tall)
      }
    }
    drawing.arrow(left(k) + 5 * CELL + 12, middle, left(k) + 5 * CELL + 48, middle)
    drawing.grid(left(k) + 5 * CELL + 58, middle - (windows * CELL) / 2, rows(pooled, 0), (i, j) =>
      i + j === 0 ? 'result' : 'plain',
    )
  }
  return drawing.toString()
}

function network(): string {
  const drawing = new Drawing('countParameters')
  const inputShape = [100, 100, 3]
  const { shapes, parameters, total } = countParameters(inputShape, [
    { type: 'conv', filters: 90, size: 5 },
    { type: 'conv', filters: 15, size: 4 },
    { type: 'flatten' },
    { type: 'dense', units: 100 },
    { type: 'dense', units: 20 },
    { type: 'dense', units: 3 },
  ])
  const names = ['conv 90, 5×5', 'conv 15, 4×4', 'flatten', 'dense 100', 'dense 20', 'dense 3']
  const step = 128
  for (const [k, shape] of [inputShape, ...shapes].entries()) {
    const x = MARGIN + 46 + k * step
    const [height = 1, width = 1] = shape.length === 3 ? shape : [1, 1]
    const tall = shape.length === 3 ? 92 : 24 + 14 * Math.log10(shape[0] ?? 1)
    const wide = height * width > 1 ? 40 : 16
    drawing.frame(x - wide / 2, MARGIN + 76 - tall / 2, wide, tall)
    drawing.text(x, MARGIN + 146, shape.join('×'), { size: 13 })
    if (k === 0) continue
    drawing.arrow(x - step + 30, MARGIN + 76, x - 30, MARGIN + 76)
    drawing.text(x - step / 2, MARGIN + 8, names[k - 1] ?? '', { size: 13 })
    drawing.text(x - step / 2, MARGIN + 180, grouped(parameters[k - 1] ?? 0), { weight: 700 })
  }
  drawing.text(MARGIN + 46 + 3 * step, MARGIN + 214, `Σ = ${grouped(total)}`, {
    size: 18,
    weight: 700,
  })
  return drawing.toString()
}

/** 13004138 as 13 004 138, which reads alike in every language. */
function grouped(n: number): string {
  return n.toLocaleString('en').replaceAll(',', '\u2009')
}

function matrix(values: Rows): tf.Tensor2D {
  return tf.tensor2d(values.map((row) => [...row]))
}

function tensor(values: Rows): tf.Tensor4D {
  return matrix(values).expandDims(0).expandDims(3)
}

function filter(values: Rows): tf.Tensor4D {
  return matrix(values).expandDims(2).expandDims(3)
}

/** The first feature map as rows of rounded numbers. */
function rows(maps: tf.Tensor4D, digits: number): number[][] {
  const [, height, width, count] = maps.shape
  const first = maps.slice([0, 0, 0, 0], [1, height, width, Math.min(1, count)])
  return first
    .reshape<tf.Tensor2D>([height, width])
    .arraySync()
    .map((row) => row.map((value) => Number(value.toFixed(digits))))
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(figures())) {
    writeFileSync(new URL(name, import.meta.url), text)
  }
}
