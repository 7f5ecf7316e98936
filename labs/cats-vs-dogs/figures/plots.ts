import { Drawing, MARGIN } from '#figures'
import type { Comparison } from '#solutions/cats-vs-dogs/compareModels.ts'
import type { Evaluation } from '#solutions/cats-vs-dogs/evaluate.ts'
import type { History } from '#solutions/cats-vs-dogs/train.ts'

const WIDTH = 420
const HEIGHT = 200

/** The losses of a training, with a frame around the best epoch. Words are names of code. */
export function curves(history: History, bestEpoch: number): string {
  const drawing = new Drawing('train')
  const [left, bottom] = [MARGIN + 40, MARGIN + 20 + HEIGHT]
  const steps = Math.ceil(5 * Math.max(...history.loss, ...history.valLoss))
  const top = steps / 5
  const last = history.loss.length - 1
  const at = (epoch: number, value: number) =>
    [rounded(left + 20 + (epoch / last) * WIDTH), rounded(bottom - (value / top) * HEIGHT)] as const
  drawing.line(left, bottom, left + WIDTH + 40, bottom)
  drawing.line(left, bottom, left, bottom - HEIGHT - 10)
  for (let step = 0; step <= steps; step++) {
    const value = step / 5
    drawing.text(left - 20, at(0, value)[1], value, { size: 12 })
  }
  for (const epoch of history.loss.keys())
    drawing.text(at(epoch, 0)[0], bottom + 16, epoch, { size: 12 })
  drawing.text(left + WIDTH / 2, bottom + 36, 'epoch', { size: 13 })
  drawing.curve(history.loss.map((value, epoch) => at(epoch, value)))
  const look = { mark: 'ring', dash: '7 4', color: '#1f5fa8' } as const
  drawing.curve(
    history.valLoss.map((value, epoch) => at(epoch, value)),
    look,
  )
  const [x, y] = at(bestEpoch, history.valLoss[bestEpoch] ?? 0)
  drawing.frame(x - 12, y - 12, 24, 24)
  const key = (text: string, row: number) => {
    drawing.text(left + WIDTH - 60, MARGIN + 24 + row * 24, text, { anchor: 'start', weight: 700 })
    return [
      [left + WIDTH - 110, MARGIN + 24 + row * 24],
      [left + WIDTH - 70, MARGIN + 24 + row * 24],
    ] as const
  }
  drawing.curve(key('loss', 0))
  drawing.curve(key('valLoss', 1), look)
  return drawing.toString()
}

/** The confusion matrix and the ROC curve of a trained model. */
export function evaluation(
  { accuracy, confusion, auc }: Evaluation,
  labels: readonly number[],
  scores: readonly number[],
): string {
  const drawing = new Drawing('evaluate')
  const [x, y, side] = [MARGIN + 90, MARGIN + 70, 80]
  drawing.grid(x, y, confusion, (row, column) => (row === column ? 'result' : 'plain'), side)
  const heads: [number, number, string][] = [
    [x + side / 2, y - 16, '0'],
    [x + 1.5 * side, y - 16, '1'],
    [x - 20, y + side / 2, '0'],
    [x - 20, y + 1.5 * side, '1'],
  ]
  for (const [left, top, text] of heads) drawing.text(left, top, text, { weight: 700 })
  drawing.text(x + side, y - 40, 'predicted', { size: 13 })
  drawing.text(x - 62, y + side, 'label', { size: 13 })
  drawing.text(x + side, y + 2 * side + 26, `accuracy = ${accuracy.toFixed(3)}`, { weight: 700 })
  const [left, bottom, size] = [x + 2 * side + 120, y + 2 * side, 200]
  const share = (label: number, border: number) => {
    const own = scores.filter((_, i) => labels[i] === label)
    return own.filter((score) => score > border).length / own.length
  }
  const borders = [2, ...scores.toSorted((one, other) => other - one), -1]
  const at = (border: number) =>
    [rounded(left + share(0, border) * size), rounded(bottom - share(1, border) * size)] as const
  drawing.frame(left, bottom - size, size, size)
  drawing.curve(
    [
      [left, bottom],
      [left + size, bottom - size],
    ],
    { mark: 'none', dash: '3 5', color: '#999' },
  )
  drawing.curve(borders.map(at), { mark: 'none', color: '#1f5fa8' })
  drawing.curve([at(0.5)], { mark: 'disc' })
  const [dotX, dotY] = at(0.5)
  drawing.text(dotX + 12, dotY + 12, '0.5', { size: 12, anchor: 'start' })
  drawing.text(left + size / 2, bottom + 26, `AUC = ${(auc ?? 0).toFixed(3)}`, { weight: 700 })
  for (const value of [0, 1]) {
    drawing.text(left + value * size, bottom + 12, value, { size: 12 })
    drawing.text(left - 12, bottom - value * size, value, { size: 12 })
  }
  return drawing.toString()
}

/** The three candidates side by side. */
export function comparisonTable(comparison: Comparison): string {
  const drawing = new Drawing('compareModels')
  const columns = [MARGIN + 70, MARGIN + 220, MARGIN + 380]
  const line = (row: number, cells: readonly string[], weight = 400) => {
    cells.forEach((cell, i) => {
      drawing.text(columns[i] ?? 0, MARGIN + 14 + row * 30, cell, { weight })
    })
  }
  line(0, ['', 'parameters', 'accuracy'], 700)
  drawing.line(MARGIN, MARGIN + 30, MARGIN + 560, MARGIN + 30)
  Object.entries(comparison).forEach(([name, { parameters, accuracy }], i) => {
    const grouped = parameters.toLocaleString('en').replaceAll(',', '\u2009')
    line(i + 1, [name, grouped, accuracy.toFixed(3)])
    drawing.bar(MARGIN + 430, MARGIN + 6 + (i + 1) * 30, rounded(130 * accuracy), 16)
  })
  return drawing.toString()
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10
}
