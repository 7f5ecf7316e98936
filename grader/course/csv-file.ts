import { CsvError, parse } from 'csv-parse/sync'
import type { Issue } from '../model/issue.ts'
import { issueAt, type Source } from '../reading/source.ts'

/** A field with its place in the text. */
export interface Cell {
  /** Without blanks around it. */
  readonly text: string
  /** Offset of its first character, or of its opening quote. */
  readonly offset: number
}

export type CsvReading =
  | { readonly rows: readonly (readonly Cell[])[]; readonly issues: readonly [] }
  | { readonly rows: null; readonly issues: readonly Issue[] }

/**
 * The rows of a table as a spreadsheet writes it: with commas, or with semicolons or tabs where its first
 * line has none; any line ends; a byte order mark or none. Empty lines are left out.
 */
export function readCsv(source: Source): CsvReading {
  const bytes = Buffer.from(source.text)
  /** Where each field ends, in bytes, in the order of the text. */
  const ends: number[] = []
  try {
    const rows: string[][] = parse(bytes, {
      bom: true,
      delimiter: delimiterOf(source.text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (text, { bytes: end }) => {
        ends.push(end)
        return text
      },
    })
    const offsets = offsetsOf(bytes, [null, ...ends])
    let fields = 0
    const cells = rows.map((row) =>
      row.map((text): Cell => ({ text: text.trim(), offset: offsets[fields++] ?? 0 })),
    )
    return { rows: cells.filter((row) => row.some(({ text }) => text !== '')), issues: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const offset = offsetsOf(bytes, [null, ...ends]).at(-1) ?? 0
    return { rows: null, issues: [worded(source, offset, error)] }
  }
}

const LINE_ENDS: readonly unknown[] = [0x0a, 0x0d]
const MARK = Buffer.from('\uFEFF')

/** Offsets in the text of the fields that follow such ends; null stands for the start of the file. */
function offsetsOf(bytes: Buffer, ends: readonly (number | null)[]): number[] {
  let [start, offset] = [0, 0]
  return ends.map((end) => {
    const next = startAfter(bytes, end)
    offset += bytes.subarray(start, next).toString().length
    start = next
    return offset
  })
}

/** Past the delimiter that ends a field, or past the line ends before a row. */
function startAfter(bytes: Buffer, end: number | null): number {
  const first = bytes.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0
  if (end !== null && !LINE_ENDS.includes(bytes[end])) return end + 1
  let start = end ?? first
  while (LINE_ENDS.includes(bytes[start])) start += 1
  return start
}

function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1)
  return [',', ';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ','
}

const SYNTAX: Readonly<Record<string, readonly [what: string, next: string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['opens a quote that nothing closes.', 'Close it, or remove it.'],
  INVALID_OPENING_QUOTE: [
    'has a quote inside a field.',
    'Put the whole field in quotes and write each quote in it twice.',
  ],
  CSV_INVALID_CLOSING_QUOTE: [
    'has text after a closing quote.',
    'Put the whole field in quotes and write each quote in it twice.',
  ],
}

function worded(source: Source, offset: number, error: CsvError): Issue {
  const [what, next] = SYNTAX[error.code] ?? [
    `is not a table that can be read (${error.message}).`,
    'Save it again as CSV.',
  ]
  return issueAt(source, offset, what, next)
}
