import { asRecord } from '../reading/words.ts'
import type { Path, YamlFile } from '../reading/yaml-file.ts'

/**
 * What can be read of a lab.yaml that may still have errors, so that the rules can report theirs
 * together with those of the schema. A field of the wrong type counts as absent.
 */
export interface Draft {
  readonly tasks: readonly DraftTask[]
  readonly packages: readonly string[]
  readonly phrases: readonly DraftPhrase[]
}

export interface DraftPhrase {
  readonly path: Path
  /** Empty when it is missing. */
  readonly en: string
  readonly es: string
}

export interface DraftTask {
  readonly id: string
  readonly path: Path
  readonly points: number | null
  readonly file: string
  readonly exports: readonly string[]
  readonly checks: readonly DraftCheck[]
  /** Ids. */
  readonly misconceptions: readonly string[]
}

export interface DraftCheck {
  readonly id: string
  readonly task: string
  readonly path: Path
  readonly points: number | null
  readonly fields: Readonly<Record<string, unknown>>
}

export function readDraft({ data }: YamlFile): Draft {
  const { tasks, packages, phrases } = asRecord(data)
  return {
    tasks: Object.entries(asRecord(tasks)).map(([id, value]) => draftTask(id, asRecord(value))),
    packages: Array.isArray(packages) ? packages.filter((name) => typeof name === 'string') : [],
    phrases: Array.isArray(phrases) ? phrases.map(draftPhrase) : [],
  }
}

function draftPhrase(value: unknown, index: number): DraftPhrase {
  const { en, es } = asRecord(value)
  const path = ['phrases', String(index)]
  return { path, en: typeof en === 'string' ? en : '', es: typeof es === 'string' ? es : '' }
}

function draftTask(id: string, fields: Readonly<Record<string, unknown>>): DraftTask {
  const path = ['tasks', id]
  const { points, file, exports, checks, misconceptions } = fields
  return {
    id,
    path,
    points: numeric(points),
    file: typeof file === 'string' ? file : `${id}.ts`,
    exports: Array.isArray(exports) ? exports.filter((name) => typeof name === 'string') : [id],
    checks: Object.entries(asRecord(checks)).map(([check, value]) => ({
      id: check,
      task: id,
      path: [...path, 'checks', check],
      points: numeric(asRecord(value)['points']),
      fields: asRecord(value),
    })),
    misconceptions: Object.keys(asRecord(misconceptions)),
  }
}

function numeric(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
