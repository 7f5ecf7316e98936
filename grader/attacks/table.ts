import type { Result } from './field.ts'
import type { WithoutLayer } from './layers.ts'
import type { NaiveRun } from './naive.ts'

const WIDTH = 120

export function resultLine({ attack, escapes, told, points, seconds }: Result): string {
  const mark = escapes.length === 0 ? 'contained' : 'ESCAPED  '
  const score = `${points ?? 'refused'} of ${attack.honest}`
  const head = `${mark}  ${attack.id.padEnd(26)} ${score.padEnd(13)} ${seconds.toFixed(1).padStart(5)} s`
  const tail = escapes.length === 0 ? cut(`  ${told}`, WIDTH - head.length) : ''
  return [head + tail, ...escapes.map((why) => `             ${cut(why, 400)}`)].join('\n')
}

export function containedLine(rung: string, results: readonly Result[]): string {
  const contained = results.filter(({ escapes }) => escapes.length === 0).length
  return `rung ${rung}: ${contained} of ${results.length} contained`
}

export function naiveLine({ attack, result }: NaiveRun): string {
  const read = result.read.length > 0 ? `  read: ${result.read.join(', ')}` : ''
  const mark = result.beaten ? 'beaten' : 'held  '
  const score = `${result.points} of ${attack.honest}`
  return `${mark}  ${attack.id.padEnd(26)} ${score}${read}`
}

export function beatenLine(runs: readonly NaiveRun[]): string {
  return `beat the naive grader: ${runs.filter(({ result }) => result.beaten).length} of ${runs.length}`
}

export function layerLine({ layer, result }: WithoutLayer): string {
  const [first] = result.escapes
  const what = first === undefined ? 'STILL CONTAINED' : `gets out: ${cut(first, WIDTH - 40)}`
  return `${layer.padEnd(11)} ${result.attack.id.padEnd(22)} ${what}`
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trimEnd()
  return line.length <= length ? line : `${line.slice(0, Math.max(0, length - 1))}…`
}
