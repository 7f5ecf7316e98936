/** How a cell looks. Every look differs in line or pattern too, so that none depends on colour. */
export type Look = 'plain' | 'seen' | 'result' | 'zero' | 'dropped'

export interface CurveLook {
  readonly mark?: 'disc' | 'ring' | 'square' | 'cross' | 'none'
  /** As `stroke-dasharray`. */
  readonly dash?: string
  readonly color?: string
}

/** A drawing under construction; grows to what is drawn on it. */
export class Drawing {
  readonly #title: string
  readonly #parts: string[] = []
  #width = 0
  #height = 0

  /** @param title names the drawing for screen readers: the function it is about, in no language. */
  constructor(title: string) {
    this.#title = title
  }

  /** One row of cells after the other, the upper left corner at (x, y). */
  grid(
    x: number,
    y: number,
    rows: readonly (readonly (number | string)[])[],
    look: (row: number, column: number) => Look = () => 'plain',
    side = CELL,
  ): void {
    rows.forEach((row, i) => {
      row.forEach((value, j) => {
        this.cell(x + j * side, y + i * side, value, look(i, j), side)
      })
    })
  }

  cell(x: number, y: number, value: number | string, look: Look, side = CELL): void {
    const { fill, pattern, line, weight } = LOOKS[look]
    const box = `x="${x}" y="${y}" width="${side}" height="${side}"`
    this.#parts.push(`<rect ${box} fill="${fill}" ${line}/>`)
    if (pattern !== null) this.#parts.push(`<rect ${box} fill="url(#${pattern})"/>`)
    this.text(x + side / 2, y + side / 2, value, { weight })
    this.#grow(x + side, y + side)
  }

  text(
    x: number,
    y: number,
    value: number | string,
    { size = 15, weight = 400, anchor = 'middle' } = {},
  ): void {
    const words = String(value).replace('-', '\u2212')
    this.#parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${words}</text>`,
    )
    const reach = anchor === 'start' ? words.length * size * 0.6 : words.length * size * 0.3
    this.#grow(x + reach, y + size)
  }

  /** A thick outline around a window. */
  frame(x: number, y: number, width: number, height: number, dash = ''): void {
    const stroke = `stroke="#111" stroke-width="3.5" stroke-dasharray="${dash}"`
    this.#parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" ${stroke}/>`,
    )
    this.#grow(x + width + 2, y + height + 2)
  }

  arrow(x1: number, y1: number, x2: number, y2: number): void {
    this.#parts.push(
      `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#111" stroke-width="1.6" marker-end="url(#tip)"/>`,
    )
    this.#grow(Math.max(x1, x2), Math.max(y1, y2))
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.#parts.push(
      `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#555" stroke-width="1.2"/>`,
    )
  }

  /**
   * A small picture of squares: `shades[level]` fills those of a level; a shade of null leaves them white. Squares side
   * by side become one rectangle, which keeps the file small.
   */
  mosaic(
    x: number,
    y: number,
    levels: readonly (readonly number[])[],
    shades: readonly (string | null)[],
    side: number,
  ): void {
    shades.forEach((shade, level) => {
      const runs = levels.flatMap((row, i) =>
        row.flatMap((each, j) => {
          if (each !== level || row[j - 1] === level) return []
          const end = row.findIndex((other, k) => k > j && other !== level)
          const length = (end === -1 ? row.length : end) - j
          return [`M${x + j * side} ${y + i * side}h${length * side}v${side}h-${length * side}z`]
        }),
      )
      if (shade !== null && runs.length > 0) {
        this.#parts.push(`<path fill="${shade}" d="${runs.join('')}"/>`)
      }
    })
    const [width, height] = [(levels[0]?.length ?? 0) * side, levels.length * side]
    this.#parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#555"/>`,
    )
    this.#grow(x + width, y + height)
  }

  /** A line through points with a mark at each: curves differ in mark and dash, not in colour alone. */
  curve(
    points: readonly (readonly [x: number, y: number])[],
    { mark = 'disc', dash = '', color = '#111' }: CurveLook = {},
  ): void {
    const path = points.map(([x, y]) => `${x},${y}`).join(' ')
    this.#parts.push(
      `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    )
    for (const [x, y] of points) {
      if (mark !== 'none') this.#parts.push(MARKS[mark](x, y, color))
      this.#grow(x + 6, y + 6)
    }
  }

  /** A bar of a histogram, the upper left corner at (x, y). */
  bar(x: number, y: number, width: number, height: number, color = '#7aa7d6'): void {
    this.#parts.push(
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`,
    )
    this.#grow(x + width, y + height)
  }

  /** On white, so that it can be read on a dark page as well. */
  toString(): string {
    const width = Math.ceil(this.#width + MARGIN)
    const height = Math.ceil(this.#height + MARGIN)
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" fill="#111" dominant-baseline="central">
<title>${this.#title}</title>
<defs>
<pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="7" stroke="#7aa7d6" stroke-width="2"/></pattern>
<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.2" fill="#999"/></pattern>
<marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#111"/></marker>
</defs>
<rect width="${width}" height="${height}" fill="#fff"/>
${this.#parts.join('\n')}
</svg>
`
  }

  #grow(x: number, y: number): void {
    this.#width = Math.max(this.#width, x)
    this.#height = Math.max(this.#height, y)
  }
}

/** Side of a cell, in pixels. */
export const CELL = 40
export const MARGIN = 16

const MARKS: Record<
  'disc' | 'ring' | 'square' | 'cross',
  (x: number, y: number, c: string) => string
> = {
  disc: (x, y, c) => `<circle cx="${x}" cy="${y}" r="4" fill="${c}"/>`,
  ring: (x, y, c) =>
    `<circle cx="${x}" cy="${y}" r="4" fill="#fff" stroke="${c}" stroke-width="2"/>`,
  square: (x, y, c) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="${c}"/>`,
  cross: (x, y, c) =>
    `<path d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8" stroke="${c}" stroke-width="2.4"/>`,
}

const SOLID = 'stroke="#555" stroke-width="1.2"'

const LOOKS: Record<Look, { fill: string; pattern: string | null; line: string; weight: number }> =
  {
    plain: { fill: '#fff', pattern: null, line: SOLID, weight: 400 },
    seen: { fill: '#e6f0fb', pattern: 'stripes', line: SOLID, weight: 700 },
    result: { fill: '#ffe9b8', pattern: null, line: 'stroke="#111" stroke-width="3"', weight: 700 },
    zero: {
      fill: '#fff',
      pattern: null,
      line: 'stroke="#777" stroke-dasharray="4 3"',
      weight: 400,
    },
    dropped: { fill: '#f4f4f4', pattern: 'dots', line: SOLID, weight: 400 },
  }
