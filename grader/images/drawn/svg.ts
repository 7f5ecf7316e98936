import { hex, type Rgb } from './colour.ts'

/** With two decimals, so that a drawing's text is the same on every machine. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** The text of a path, its numbers rounded: d`M${x} ${y}L50 50`. */
export function d(texts: TemplateStringsArray, ...values: readonly number[]): string {
  return texts
    .map((text, index) => text + (index < values.length ? n(values[index] ?? 0) : ''))
    .join('')
}

export interface Paint {
  readonly fill?: Rgb | string
  readonly stroke?: Rgb
  readonly width?: number
  readonly opacity?: number
}

export function path(shape: string, paint: Paint): string {
  return `<path d="${shape}" ${attributes(paint)}/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, paint: Paint): string {
  const box = `cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}"`
  return `<ellipse ${box} ${attributes(paint)}/>`
}

export function rect(x: number, y: number, width: number, height: number, paint: Paint): string {
  const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`
  return `<rect ${box} ${attributes(paint)}/>`
}

export function group(transform: string, ...parts: readonly string[]): string {
  return `<g transform="${transform}">${parts.join('')}</g>`
}

/** The same on the other side of the vertical axis. */
export function mirrored(...parts: readonly string[]): string {
  return parts.join('') + group('scale(-1 1)', ...parts)
}

function attributes({ fill, stroke, width = 1, opacity }: Paint): string {
  const filled = fill === undefined ? 'none' : typeof fill === 'string' ? fill : hex(fill)
  const line =
    stroke === undefined
      ? ''
      : ` stroke="${hex(stroke)}" stroke-width="${n(width)}" stroke-linecap="round"`
  return `fill="${filled}"${line}${opacity === undefined ? '' : ` opacity="${n(opacity)}"`}`
}
