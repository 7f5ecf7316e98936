import { writeFileSync } from 'node:fs'
import { type CurveLook, Drawing, MARGIN } from '#figures'
import { learningRateAt, type Schedule } from '#solutions/callbacks/LearningRateSchedule.ts'
import { EPOCHS, experiment, type Run } from './vanishing.ts'

/** All figures of the lab by file name. They hold numbers, signs and names of code: no words to translate. */
export async function figures(): Promise<Record<string, string>> {
  const runs = await experiment()
  return {
    'calls.svg': calls(),
    'early-stopping.svg': earlyStopping(),
    'rates.svg': rates(),
    'vanishing.svg': vanishing(runs),
    'histograms.svg': histograms(runs),
  }
}

/** Which methods `fit` calls, and when. */
function calls(): string {
  const drawing = new Drawing('fit')
  const middle = MARGIN + 62
  let x = MARGIN
  const box = (text: string, width: number) => {
    drawing.frame(x, middle - 18, width, 36)
    drawing.text(x + width / 2, middle, text, { size: 13, weight: 700 })
    x += width
  }
  const step = (width = 28) => {
    drawing.arrow(x + 3, middle, x + width - 3, middle)
    x += width
  }
  box('onTrainBegin()', 118)
  for (const epoch of ['0', '1']) {
    step()
    const left = x
    x += 12
    box(`onEpochBegin(${epoch})`, 122)
    step()
    drawing.grid(x, middle - 11, [['', '', '']], () => 'seen', 22)
    x += 66
    step()
    box(`onEpochEnd(${epoch}, logs)`, 148)
    x += 12
    drawing.frame(left, middle - 44, x - left, 88, '6 4')
    drawing.text((left + x) / 2, middle - 56, epoch, { size: 13 })
  }
  step()
  drawing.text(x + 10, middle, '…', { size: 18 })
  x += 22
  step()
  box('onTrainEnd()', 106)
  return drawing.toString()
}

/** The losses of the worked example. */
const LOSSES = [5, 4, 3, 3.5, 3.25, 3, 2]
const BEST = 2
const STOPPED = 5

function earlyStopping(): string {
  const drawing = new Drawing('EarlyStopping')
  const at = (epoch: number) => MARGIN + 70 + epoch * 70
  const height = (loss: number) => MARGIN + 20 + (5 - loss) * 46
  const bottom = height(1.6)
  const point = (loss: number, epoch: number) => [at(epoch), height(loss)] as const
  drawing.line(at(0) - 30, bottom, at(6) + 30, bottom)
  drawing.curve(LOSSES.slice(0, STOPPED + 1).map(point), { color: '#1f5fa8' })
  const rest = LOSSES.slice(STOPPED).map((loss, i) => point(loss, STOPPED + i))
  drawing.curve(rest, { mark: 'none', dash: '3 5', color: '#999' })
  drawing.curve([point(2, 6)], { mark: 'ring', color: '#999' })
  drawing.frame(at(BEST) - 13, height(3) - 13, 26, 26)
  drawing.curve(
    [
      [at(STOPPED) + 35, MARGIN + 10],
      [at(STOPPED) + 35, bottom + 66],
    ],
    { mark: 'none', dash: '8 5' },
  )
  const row = (label: string, y: number, cells: readonly string[]) => {
    drawing.text(MARGIN + 24, y, label, { size: 12 })
    cells.forEach((cell, epoch) => {
      const weight = epoch === BEST ? 700 : 400
      drawing.text(at(epoch), y, cell, { size: 13, weight })
    })
  }
  row('epoch', bottom + 18, ['0', '1', '2', '3', '4', '5', '6'])
  row('val_loss', bottom + 38, LOSSES.map(String))
  row('wait', bottom + 58, ['0', '0', '0', '1', '2', '3', ''])
  return drawing.toString()
}

const SCHEDULES: readonly (readonly [Schedule, CurveLook])[] = [
  [
    { kind: 'step', initial: 0.1, factor: 0.5, every: 3 },
    { mark: 'square', color: '#111' },
  ],
  [
    { kind: 'exponential', initial: 0.1, decay: 0.25 },
    { dash: '7 4', color: '#1f5fa8' },
  ],
  [
    { kind: 'cosine', initial: 0.1, final: 0.01, warmup: 3, last: 10 },
    { mark: 'ring', color: '#b3541e' },
  ],
]

function rates(): string {
  const drawing = new Drawing('learningRateAt')
  const at = (epoch: number) => MARGIN + 60 + epoch * 36
  const height = (rate: number) => Math.round(10 * (MARGIN + 14 + (0.1 - rate) * 1900)) / 10
  for (const rate of [0, 0.05, 0.1]) {
    drawing.line(at(0), height(rate), at(12), height(rate))
    drawing.text(at(0) - 30, height(rate), rate, { size: 12 })
  }
  for (let epoch = 0; epoch <= 12; epoch += 2) {
    drawing.text(at(epoch), height(0) + 18, epoch, { size: 12 })
  }
  SCHEDULES.forEach(([schedule, look], i) => {
    const points = Array.from(
      { length: 13 },
      (_, epoch) => [at(epoch), height(learningRateAt(epoch, schedule))] as const,
    )
    drawing.curve(points, look)
    legend(drawing, at(12) + 30, MARGIN + 30 + 26 * i, look, schedule.kind)
  })
  return drawing.toString()
}

function legend(drawing: Drawing, x: number, y: number, look: CurveLook, text: string): void {
  drawing.curve(
    [
      [x, y],
      [x + 36, y],
    ],
    look,
  )
  drawing.text(x + 48, y, text, { size: 13, anchor: 'start' })
}

const LOOKS: readonly CurveLook[] = [
  { mark: 'ring', dash: '7 4', color: '#b3541e' },
  { mark: 'disc', color: '#b3541e' },
  { mark: 'cross', dash: '7 4', color: '#1f5fa8' },
  { mark: 'square', color: '#1f5fa8' },
]

const named = ({ activation, initialStd }: Run) =>
  `${activation}, ${initialStd === null ? 'Glorot' : `σ = ${initialStd}`}`

/** Gradient norms by layer on a scale of powers of ten: before training and after it. */
function vanishing(runs: readonly Run[]): string {
  const drawing = new Drawing('normPerEpoch')
  const decade = 26
  const height = (norm: number) => Math.round(10 * (MARGIN + 34 - decade * Math.log10(norm))) / 10
  const panel = (left: number, epoch: number) => {
    const at = (layer: number) => left + 24 + layer * 38
    drawing.text(left + 24 + 4 * 38, MARGIN + 6, epoch, { size: 15, weight: 700 })
    for (let exponent = -7; exponent <= 0; exponent++) {
      const y = height(10 ** exponent)
      drawing.line(at(1) - 14, y, at(7) + 14, y)
      if (exponent % 2 === 0) drawing.text(at(0), y, `10${superscript(exponent)}`, { size: 12 })
    }
    for (let layer = 1; layer <= 7; layer++) {
      drawing.text(at(layer), height(1e-7) + 18, layer, { size: 12 })
    }
    runs.forEach(({ norms }, i) => {
      const points = (norms[epoch] ?? []).map((norm, k) => [at(k + 1), height(norm)] as const)
      drawing.curve(points, LOOKS[i])
    })
  }
  panel(MARGIN, 0)
  panel(MARGIN + 320, EPOCHS)
  runs.forEach((run, i) => {
    legend(drawing, MARGIN + 660, MARGIN + 60 + 26 * i, LOOKS[i] ?? {}, named(run))
  })
  return drawing.toString()
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])
  return `${exponent < 0 ? '⁻' : ''}${digits.join('')}`
}

const BINS = 24
const REACH = 0.8

/** The weights of every layer (rows, from input to output) in every setting: bars after training, a line before. */
function histograms(runs: readonly Run[]): string {
  const drawing = new Drawing('getWeights')
  const [wide, tall] = [168, 54]
  runs.forEach((run, column) => {
    const left = MARGIN + 30 + column * (wide + 34)
    drawing.text(left + wide / 2, MARGIN + 4, named(run), { size: 13, weight: 700 })
    run.after.forEach((after, row) => {
      const bottom = MARGIN + 24 + (row + 1) * (tall + 8)
      if (column === 0) drawing.text(MARGIN + 8, bottom - tall / 2, row + 1, { size: 13 })
      const [now, then] = [shares(after), shares(run.before[row] ?? after)]
      const largest = Math.max(...now, ...then)
      const height = (share: number) => Math.round((tall * share) / largest)
      now.forEach((share, bin) => {
        const h = height(share)
        if (h > 0) drawing.bar(left + (bin * wide) / BINS, bottom - h, wide / BINS - 1, h)
      })
      const steps = then.flatMap((share, bin) => [
        [left + (bin * wide) / BINS, bottom - height(share)] as const,
        [left + ((bin + 1) * wide) / BINS, bottom - height(share)] as const,
      ])
      drawing.curve(steps, { mark: 'none', color: '#111' })
      drawing.line(left, bottom, left + wide, bottom)
    })
    const foot = MARGIN + 24 + 7 * (tall + 8) + 14
    drawing.text(left, foot, `-${REACH}`, { size: 11 })
    drawing.text(left + wide / 2, foot, 0, { size: 11 })
    drawing.text(left + wide, foot, REACH, { size: 11 })
  })
  return drawing.toString()
}

/** The share of the weights in each bin; what lies beyond the ends counts to the last bin. */
function shares(weights: Float32Array): number[] {
  const counts = Array.from({ length: BINS }, () => 0)
  for (const weight of weights) {
    const bin = Math.floor(((weight + REACH) / (2 * REACH)) * BINS)
    const kept = Math.min(Math.max(bin, 0), BINS - 1)
    counts[kept] = (counts[kept] ?? 0) + 1
  }
  return counts.map((count) => count / weights.length)
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await figures())) {
    writeFileSync(new URL(name, import.meta.url), text)
  }
}
